import { type Canary, pickMatch, reworded } from '../canary.ts'

/** One digit of a figure of the claim becomes another. */
export const numberChanged: Canary = {
  id: 'number-changed',
  label: 'A number changed',
  plant: (ground) => {
    const { text } = ground.claim
    const match = pickMatch(text, /(?<![\p{L}\p{N}.-])\d+(?:[.,·]\d+)*(?![\p{L}\p{N}-]|\.\d)/gu, ground, 'number')
    if (!match) return null
    const digits = [...match[0]].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
    const place = digits[Math.floor(ground.draw('digit') * digits.length)]!
    const old = Number(match[0][place])
    const digit = (old + 1 + Math.floor(ground.draw('step') * 8)) % 10
    const changed = match[0].slice(0, place) + digit + match[0].slice(place + 1)
    const text2 = text.slice(0, match.index) + changed + text.slice(match.index + match[0].length)
    return reworded(ground, text2, `${match[0]} became ${changed}`)
  },
}
