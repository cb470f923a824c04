/** A title as databases of medicine and computing print it: without the full stop behind it and without brackets around a translated one. */
export function bareTitle(title: string): string {
  const trimmed = title.trim()
  const ended = /(?:\.\.|\b[A-Z]\.[A-Z]\.|\b(?:etc|vs|al|Jr|Sr|Inc|Ltd|Co)\.)$/.test(trimmed)
    ? trimmed
    : trimmed.replace(/\.$/, '')
  const translated = /^\[([^[\]]+)\]\.?$/.exec(ended)
  const bare = translated?.[1]
  return bare === undefined ? ended : bare.replace(/(?<!\.[A-Z]|\.)\.$/, '')
}
