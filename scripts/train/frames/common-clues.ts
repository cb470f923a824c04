/** Clues that at least so many sentences show, in order. */
export function commonClues(sentences: Iterable<Iterable<string>>, least: number): string[] {
  const shown = new Map<string, number>()
  for (const clues of sentences) for (const clue of new Set(clues)) shown.set(clue, (shown.get(clue) ?? 0) + 1)
  return [...shown]
    .filter(([, count]) => count >= least)
    .map(([clue]) => clue)
    .sort()
}
