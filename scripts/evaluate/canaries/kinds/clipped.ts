import { type Canary, reworded } from '../canary.ts'

/** The claim ends inside a word, as where a field had a fixed length. */
export const claimClipped: Canary = {
  id: 'claim-clipped',
  label: 'A claim cut off',
  plant: (ground) => {
    const { text } = ground.claim
    let end = Math.floor(text.length * (0.6 + 0.3 * ground.draw('clip')))
    while (end > 20 && !(/\p{L}/u.test(text[end - 1]!) && /\p{L}/u.test(text[end]!))) end--
    return end > 20 ? reworded(ground, text.slice(0, end), `cut after ${end} characters`) : null
  },
}
