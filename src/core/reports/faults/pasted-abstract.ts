import { brief } from '../../audit/family.ts'
import { splitSentences } from '../../text/sentences.ts'
import { sectionLines } from '../read/statements.ts'
import type { FaultInput, Found } from './fault.ts'
import { sharedStems, topicStems } from './topic.ts'

/** Words of a report about its own making. */
const making =
  /\b((?:this|the) (?:report|review|synthesis|work|overview|summary)|claims?|papers?|articles?|sources?|verif\w+|scor(?:e|ed|es|ing)|reviewers?|literature|searche?[ds]?|synthes\w+|limitations?|machine-generated|references?|studies|trials?|records|databases?|evidence|findings|question|we (?:searched|found|included|reviewed|read|ask|asked|screened))\b/i

/** Sentences that open an abstract or an introduction, not the middle of a report's summary. */
const opener =
  /^(?:The (?:rapid|recent|growing|increasing|widespread|ongoing) (?:evolution|development|growth|advances?|adoption|rise|progress|proliferation|use)\b|The (?:advent|emergence|rise) of\b|Recent(?:ly,| (?:years|advances|progress|developments|work))|In recent (?:years|decades)|Over the (?:past|last)|With the (?:rapid|rise|advent|growing|increasing|development)|Despite (?:the |recent |their )?(?:advances|progress|success|growing)|Little is known\b)/

/** Sentences of authors about their own work. */
const voice =
  /\b(?:in this (?:paper|article|survey|study|letter|chapter|thesis),?\s+(?:we|i)\b|this (?:paper|article|survey|thesis|chapter|letter|study) (?:proposes|presents|introduces|describes|develops|demonstrates|reports on|investigates|surveys|offers|aims)\b|we (?:propose|introduce|develop|design|describe a|trained? a|recruited|enrolled|randomi[sz]ed|hypothesi[sz]ed|conducted (?:a|an) (?:random|trial|double|cohort|survey|cross|experiment)|present (?:a|an) (?:novel|new|method|model|framework|approach|dataset|algorithm|case))|to the best of our knowledge|(?:our|the proposed) (?:proposed )?(?:model|method|approach|framework|experiments?|patients|participants|code|dataset|algorithm|architecture)\b|(?:code|data|models?) (?:is|are|will be) (?:made )?(?:publicly )?available (?:at|on|online)|extensive experiments)\b/i

/** Sentences of a report that calls itself a paper or an article. */
const own =
  /\b(?:synthes\w+|review(?:s|ed)? (?:the )?(?:literature|evidence|\w+ (?:papers|studies|articles))|overview|summar\w+|\d+ (?:\w+ ){0,2}(?:papers|studies|articles|sources)|literature|evidence)\b/i

const legal =
  /©|\(c\) \d{4}|\ball rights reserved\b|\bpublished by (?:elsevier|springer|wiley|mdpi|ieee|acm|oxford)\b|\bcopyright (?:©|\d{4}|the authors?)|^keywords?\s*[:—–-]/i

/** An abstract of somebody else's work pasted into the abstract. */
export function pastedAbstract(input: FaultInput): Found[] {
  const { parsed, report } = input
  const subject = topicStems(`${report.question} ${report.title} ${parsed.claims.map((claim) => claim.text).join(' ')}`)
  return parsed.sections
    .filter((section) => section.kind === 'abstract')
    .flatMap(sectionLines)
    .flatMap(({ text, line }) => {
      const found = secondStart(text) ?? foreignSentence(text, subject)
      return found ? [{ line, message: `${brief(found.text, 80)} ${found.why}: write what this report found` }] : []
    })
}

interface Trace {
  text: string
  why: string
}

/** The word Abstract, or the labels of a structured abstract, in the middle of a running one. */
function secondStart(text: string): Trace | null {
  const word = /(?<=[.!?:;]\s|^.{20,}\s)(?:Abstract|ABSTRACT)\b\s*[:.—–-]?\s+(?=[\p{Lu}"“])/u.exec(text)
  const labels = [
    ...text.matchAll(
      /(?:^|(?<=[.!?;]\s))(?:Background|Objectives?|Aims?|Purpose|Importance|Introduction|BACKGROUND|OBJECTIVES?|AIMS?|PURPOSE|IMPORTANCE|INTRODUCTION)\s*[:.—–]\s/g,
    ),
  ]
  const label =
    labels.find((match) => match.index > 30 && !/^\W*\p{L}+\s*[:.—–]/u.test(text)) ??
    (labels[0]?.index === 0 ? labels[2] : labels[1])
  const at = word?.index ?? label?.index
  return at === undefined ? null : { text: text.slice(at, at + 80), why: 'begins another abstract inside the abstract' }
}

function foreignSentence(text: string, subject: ReadonlySet<string>): Trace | null {
  const sentences = splitSentences(text).map((sentence) => sentence.text)
  const spoken = sentences.find((sentence) => voice.test(sentence) && !own.test(sentence))
  if (spoken) return { text: spoken, why: 'speaks for the authors of a source' }
  const rights = sentences.find((sentence) => legal.test(sentence) && !/^keywords/i.test(sentence))
  if (rights) return { text: rights, why: 'is the notice of a publisher' }
  const first = sentences.findIndex((sentence) => making.test(sentence))
  const opened = sentences.findIndex((sentence, at) => first >= 0 && at > first && opener.test(sentence))
  if (opened >= 0) return { text: sentences[opened]!, why: 'opens another abstract inside the abstract' }
  const strange = sentences.map(
    (sentence) =>
      !making.test(sentence) && topicStems(sentence).size >= 4 && sharedStems(topicStems(sentence), subject) === 0,
  )
  const run = strange.findIndex((one, at) => one && (strange[at + 1] === true || sentences[at]!.length > 140))
  return run < 0 ? null : { text: sentences[run]!, why: 'has nothing to do with the question' }
}
