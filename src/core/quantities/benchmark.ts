import programmingLanguages from '../text/lists/programming-languages.json' with { type: 'json' }
import { anyOf, wordsOf } from '../text/word-list.ts'
import type { Draft } from './draft.ts'

const name = String.raw`[A-Z][A-Za-z]*[A-Z0-9+][\w+.-]*|[A-Z][a-z]{2,}[\w+.-]*[\dA-Z][\w+.-]*`
const metrics = /^(?:F1|AUC|ROC|MCC|BLEU|AUROC)$/
const languages = `${anyOf(wordsOf(programmingLanguages.names))}(?![A-Za-z])`

/** Which system, on which task and data set, a score in a sentence is of, as far as it says so. */
export function benchmarkOf(
  text: string,
  { start, end }: Pick<Draft, 'start' | 'end'>,
): Pick<Draft, 'method' | 'task' | 'dataset'> {
  const clauseStart =
    Math.max(text.lastIndexOf('; ', start), text.lastIndexOf(': ', start), text.lastIndexOf('. ', start), -1) + 1
  const before = text.slice(clauseStart, start)
  const behind = text.slice(end, end + 90).split(/[;:]|, (?:and |while |but )/)[0]!
  const method =
    new RegExp(`^ with (${name})`).exec(behind)?.[1] ??
    methodIn(before) ??
    (clauseStart > 0 ? methodIn(text.slice(0, clauseStart)) : undefined)
  const dataset = datasetIn(behind) ?? lastDataset(before) ?? lastDataset(text.slice(0, start))
  const task = taskOf(text)
  return {
    ...(method ? { method: bare(method) } : {}),
    ...(task ? { task: task.toLowerCase() } : {}),
    ...(dataset && dataset !== method ? { dataset: bare(dataset) } : {}),
  }
}

/** What is done to what, "image classification", where the text names it in two or three plain words. */
function taskOf(text: string): string | undefined {
  return new RegExp(
    String.raw`(?<![\w-])((?!(?:${notATask})\b)[a-z]{3,} (?:[a-z]{3,} )?(?:${acts}))\b(?! (?:accuracy|rates?|errors?) (?:of|in) the\b)`,
  ).exec(text)?.[1]
}

/** Nouns of what systems are asked to do. */
const acts =
  'detection|prediction|classification|recognition|segmentation|generation|completion|summari[sz]ation|translation|retrieval|repair|answering|inference|extraction|labelling|tagging|parsing|matching|forecasting|localisation|localization|synthesis|search|ranking'
/** Words in front of such a noun that say nothing of what it is done to. */
const notATask =
  'the|and|for|with|that|this|these|its|their|our|automatic|better|best|correct|accurate|improved|improve|improves|new|on|in|of|to|from|by|mean|average|overall|model|models|all|such|each|both|any|some|was|were|is|are|had|has'

/** The system: a name just before the score, in brackets, or the first name of the clause that is no data set. */
function methodIn(before: string): string | undefined {
  const near = new RegExp(
    String.raw`(${name}|[A-Z][a-z]+) (?:\(?[A-Z]?|reached |achieved |scored |got |had |and |with )*$`,
  ).exec(before)?.[1]
  if (near && !isLanguage(near) && !metrics.test(near) && !/^(?:On|In|The|From|To|By|At|And|For|F1)$/.test(near))
    return near
  const bracketed =
    new RegExp(String.raw`\((${name})(?=[):])`).exec(before)?.[1] ?? /\(([a-z]+-[a-z\d][\w.-]*)\)/.exec(before)?.[1]
  if (bracketed && !isLanguage(bracketed)) return bracketed
  const all = [...before.matchAll(new RegExp(String.raw`(?<![\w-])(?:${name})`, 'g'))]
  const found = all.find(
    ({ 0: word, index }) =>
      !isLanguage(word) && !metrics.test(word) && !/\b(?:on|over|from|of) (?:the |\w+ )?$/.test(before.slice(0, index)),
  )
  return found?.[0] ?? /\b(?:of|with|on) ([a-z]+-\d[\w.]*)/.exec(before)?.[1]
}

const dataset = String.raw`(?:on|over) (?:the )?(?:newer |older |real-world |balanced |realistic |\d+ |same )*((?:${name}|${languages}|[A-Z][a-z]{3,})(?:(?:,| and) (?:${name}|${languages}))*)(?: (?:data|dataset|data set|benchmark|functions|code|test)\b)?`

const datasetIn = (behind: string) =>
  new RegExp(String.raw`^[^,;]{0,50}?\b(?:${dataset})`).exec(behind)?.[1] ??
  new RegExp(String.raw`^ ?\((${languages})\)`).exec(behind)?.[1] ??
  new RegExp(String.raw`^[^,;]{0,12} in (${languages}(?: code)?)(?![\w+#])`).exec(behind)?.[1]

const lastDataset = (before: string) => [...before.matchAll(new RegExp(String.raw`\b(?:${dataset})`, 'g'))].at(-1)?.[1]

const isLanguage = (word: string) => new RegExp(`^${languages}$`).test(word)

const bare = (word: string) => word.replace(/[.:,-]+$/, '')
