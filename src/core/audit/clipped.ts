/** Words after which a sentence goes on, whatever mark stands behind them. */
const danglers = new Set(
  'the a an and or which whose their its our nor including include versus per than because although while if whereas'.split(
    ' ',
  ),
)
/** Words that may end a sentence ("the data it was trained with."), but no passage without a closing mark. */
const strandable = new Set('of to with by from as at for into via that between'.split(' '))

/** Why a passage looks cut off, in words, or null where it does not. `whole` is the text it was taken from, if any. */
export function cutOff(text: string, whole?: string): string | null {
  const trimmed = text.trim().replace(/["'”’»)\]]+$/, '')
  if (trimmed === '') return 'is empty'
  if (/(?:…|\.{2,})$/.test(trimmed) && !/(?:…|\.{2,})["'”’»)\]]*$/.test(whole?.trim() ?? ''))
    return 'ends with an ellipsis'
  const last = /([\p{L}\p{N}-]+)\W*$/u.exec(trimmed)?.[1] ?? ''
  const ends = /[.!?:;。！？]$/.test(trimmed)
  if ((danglers.has(last) && !(ends && last.length === 1)) || (strandable.has(last) && !ends))
    return `ends with "${last}"`
  if (ends) return null
  if (whole === undefined) return 'has no closing mark'
  const at = whole.indexOf(text.trim())
  const next = at < 0 ? '' : whole.slice(at + text.trim().length)
  if (/^[\p{L}\p{N}]/u.test(next)) return `ends inside a word`
  if (!/^["'”’»)\]]*(?:[.!?:;]|\s*$)/.test(next)) return 'ends before the sentence does'
  return at < 0 && /[.!?]["'”’»)\]]*$/.test(whole.trim()) ? 'ends before the sentence does' : null
}
