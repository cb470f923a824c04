import type { Site } from '../schemas/site.ts'
import { site as form } from '../schemas/site.ts'

/** What a host knows of the site that it publishes. */
export interface PublishedAt {
  /** Whole address of the site, its base path included. */
  address: URL | null
  /** Address of the repository. */
  repository: URL | null
}

/** What the environment says of where the site is published: `TOUCHSTONE_ADDRESS` and `TOUCHSTONE_REPOSITORY`, both whole addresses. */
export function publishedAt(env: NodeJS.ProcessEnv = process.env): PublishedAt {
  return { address: addressOf(env.TOUCHSTONE_ADDRESS), repository: addressOf(env.TOUCHSTONE_REPOSITORY) }
}

/** Whether settings name an address of their own: those of RFC 2606, which nobody can have, are none. */
export function namesAddress(url: string): boolean {
  const { hostname } = new URL(url)
  return !/(?:^|\.)(?:example\.(?:org|com|net)|example|invalid|test|localhost)$|^127\.|^\[/.test(hostname)
}

/**
 * The settings with what the host knows in the place of what they leave out: address and base path together, owner and title by
 * the repository's name. What stands at its default counts as left out.
 */
export function atHome(site: Site, { address, repository }: PublishedAt): Site {
  const [owner, name] = repository?.pathname.split('/').filter(Boolean) ?? []
  return {
    ...site,
    ...(address && !namesAddress(site.url) ? { url: address.origin, base: address.pathname.replace(/\/*$/, '/') } : {}),
    ...(repository && site.repository === undefined ? { repository: repository.href } : {}),
    ...(owner && site.owner === defaults.owner ? { owner } : {}),
    ...(name && site.title === defaults.title ? { title: name } : {}),
  }
}

const defaults = form.parse({})

function addressOf(text: string | undefined): URL | null {
  const address = URL.parse(text?.trim() ?? '')
  return address && /^https?:$/.test(address.protocol) ? address : null
}
