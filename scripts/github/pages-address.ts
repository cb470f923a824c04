/**
 * The address at which Pages serves a repository: what Pages itself says, else by the names of owner and repository
 * (https://docs.github.com/pages/getting-started-with-github-pages/what-is-github-pages#types-of-github-pages-sites). Null on a server
 * of one's own, whose addresses only Pages knows.
 */
export function pagesAddress(said: unknown, owner: string, name: string, server: string): string | null {
  const told = typeof said === 'string' ? URL.parse(said) : null
  if (told && /^https?:$/.test(told.protocol)) return told.origin + told.pathname.replace(/\/*$/, '/')
  if (server !== 'https://github.com') return null
  const host = `${owner.toLowerCase()}.github.io`
  return `https://${host}/${name.toLowerCase() === host ? '' : `${name}/`}`
}
