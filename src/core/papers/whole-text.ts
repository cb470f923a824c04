import type { Paper } from '../../schemas/paper.ts'

/** Everything of a paper that was read: its title and its text. */
export function wholeText({ csl, text }: Paper): string {
  return [csl.title, ...(text?.sections ?? []).map((section) => section.text)].join('\n')
}
