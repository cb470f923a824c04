import { describe, expect, it } from 'vitest'
import { cutOff } from './clipped.ts'

describe('a text that is cut', () => {
  it.each<[string, string | undefined, string]>([
    ['', undefined, 'is empty'],
    [' ”) ', undefined, 'is empty'],
    ['It rose…', undefined, 'ends with an ellipsis'],
    ['It rose...', undefined, 'ends with an ellipsis'],
    ['“It rose..”', undefined, 'ends with an ellipsis'],
    ['It rose because', undefined, 'ends with "because"'],
    ['It rose in the.', undefined, 'ends with "the"'],
    ['It rose in adults with', undefined, 'ends with "with"'],
    ['It rose', undefined, 'has no closing mark'],
    ['It rose', 'It rosered in the end.', 'ends inside a word'],
    ['It rose', 'It rose in the end.', 'ends before the sentence does'],
    ['It rises', 'It rose in the end.', 'ends before the sentence does'],
    ['It rises', 'It rose in the end.”', 'ends before the sentence does'],
  ])('"%s" of "%s" %s', (text, whole, why) => {
    expect(cutOff(text, whole)).toBe(why)
  })

  it.each<[string, string | undefined]>([
    ['It rose.', undefined],
    ['It rose (by half).', undefined],
    ['“It rose.”', undefined],
    ['Did it rise?', undefined],
    ['それは増えた。', undefined],
    ['It goes on in these points:', undefined],
    ['It rose in the data it was trained with.', undefined],
    ['It was vitamin A.', undefined],
    ['It rose…', 'It rose…'],
    ['It rose…', 'It rose…” '],
    ['It rose', 'It rose'],
    ['It rose', 'Then: It rose. It fell.'],
    ['It rose', 'It rose”. It fell.'],
    ['It rises', 'It rose'],
  ])('"%s" of "%s" is none', (text, whole) => {
    expect(cutOff(text, whole)).toBeNull()
  })
})
