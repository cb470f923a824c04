import { href } from '../links.ts'

/** What is said where there is no page. */
export const notFoundPage = {
  title: 'No such page',
  heading: 'There is no page at this address',
  description: 'There is no page at this address.',
  path: href('/404.html'),
  twin: '404.md',
  lead: 'It may have been removed, or the address may be cut off. What was removed is told under [changes](/changes/).',
  lists: [
    { words: 'Questions', href: href('/') },
    { words: 'Topics', href: href('/topics/') },
    { words: 'Findings', href: href('/findings/') },
    { words: 'Claims', href: href('/claims/') },
    { words: 'Papers', href: href('/papers/') },
    { words: 'References', href: href('/references/') },
    { words: 'Changes', href: href('/changes/') },
  ],
} as const
