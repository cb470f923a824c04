import type { Draft, DraftSentence } from './draft.ts'

/** A kind of fault that is planted into a sound report, and the rules of which one must find it. */
export interface PlantedFault {
  rules: readonly string[]
  into: (draft: Draft) => Draft
}

type Change = (sentence: DraftSentence, at: number) => DraftSentence

/** The draft with each of its sentences changed. */
function changed(draft: Draft, change: Change): Draft {
  let at = 0
  const sections = draft.sections.map(({ heading, paragraphs }) => ({
    heading,
    paragraphs: paragraphs.map((sentences) => sentences.map((sentence) => change(sentence, at++))),
  }))
  return { ...draft, sections }
}

/** The draft with one more paragraph at the end of a section. */
function added(draft: Draft, section: number, paragraph: DraftSentence[]): Draft {
  return {
    ...draft,
    sections: draft.sections.map(({ heading, paragraphs }, at) => ({
      heading,
      paragraphs: at === section ? [...paragraphs, paragraph] : paragraphs,
    })),
  }
}

const says = (text: string, ...cites: number[]): DraftSentence => ({ text, cites })

/** References with addresses of little weight in place of three of them. */
function weak(draft: Draft): Draft {
  const pages = [
    'Overview of the matter. Wikipedia. https://en.wikipedia.org/wiki/Overview_of_the_matter',
    'What we sell and why. https://www.example.com/shop/what-we-sell-and-why',
    'My thoughts after a year. https://blog.example.org/2023/my-thoughts',
  ]
  return { ...draft, references: draft.references.map((one, at) => pages[at] ?? one) }
}

/** Every kind of fault by name. */
export const plantedFaults: Readonly<Record<string, PlantedFault>> = {
  dangling: {
    rules: ['citation-dangling'],
    into: (draft) => changed(draft, ({ text, cites }, at) => ({ text, cites: at === 3 ? [...cites, 19] : cites })),
  },
  'never cited': {
    rules: ['reference-uncited'],
    into: (draft) => ({
      ...draft,
      references: [
        ...draft.references,
        'Lost V, Idle N. Nobody reads this. J Idle Stud. 2011;4:1-9. doi:10.1000/idle.2011.1',
      ],
    }),
  },
  doubled: {
    rules: ['reference-doubled', 'doi-doubled'],
    into: (draft) => {
      const references = [...draft.references, draft.references[0]!.replace(/doi:(10\S+)/, 'https://doi.org/$1')]
      return added({ ...draft, references }, 1, [says('This was seen before.', references.length)])
    },
  },
  'one source': {
    rules: ['source-alone'],
    into: (draft) => {
      const rest = draft.references.map((_, at) => at + 1)
      return changed(draft, ({ text, cites }, at) => ({
        text,
        cites: cites.length === 0 ? cites : at === 4 ? rest : [2],
      }))
    },
  },
  'share wrong': {
    rules: ['share-wrong'],
    into: (draft) => added(draft, 1, [says('The goal was met by 18 of 60 participants (45%).', 2)]),
  },
  'figures differ': {
    rules: ['sentences-differ'],
    into: (draft) =>
      added(
        added(draft, 0, [says('The largest trial enrolled 412 adults in nine centres and lasted 24 weeks.', 2)]),
        2,
        [says('The largest trial enrolled 367 adults in nine centres and lasted 24 weeks.', 2)],
      ),
  },
  'quotation untied': {
    rules: ['quotation-untied'],
    into: (draft) =>
      added(draft, 1, [
        says('One of the authors said that "we had never expected such a clear result in so short a time".'),
      ]),
  },
  'figure untied': {
    rules: ['figure-untied'],
    into: (draft) => added(draft, 1, [says('Costs fell by 63% in the year after.')]),
  },
  'weak sources': { rules: ['source-weak'], into: weak },
  'cites nothing': {
    rules: ['cites-nothing'],
    into: (draft) => ({ ...changed(draft, ({ text }) => ({ text, cites: [] })), references: [] }),
  },
}
