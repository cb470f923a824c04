/** Names of designs in a sentence, and what a text must say of itself, in any of its words, before it can be of that design. */
const designs: readonly { says: RegExp; bears: RegExp }[] = [
  {
    says: /\brandomi[sz]ed\b|\bRCTs?\b/i,
    bears: /\brandom|\bRCTs?\b|\bchance\b|\ballocat|\bassigned\b|\bplacebo\b|\bblind/i,
  },
  {
    says: /\btrials?\b/i,
    bears:
      /\btrials?\b|\brandom|\bRCTs?\b|\ballocat|\bassigned\b|\bplacebo\b|\bblind|\bopen-label\b|\bcross-?over\b|\bgroups?\b|\bphase\b|\bintervention|\bexperiment/i,
  },
  {
    says: /\bcohort\b|\bprospective(?:ly)?\b|\blongitudinal\b/i,
    bears: /\bcohort|\bprospective|\blongitudinal|\bfollow|\bregist(?:er|ry)|\bbaseline\b|\byears?\b|\bmonths?\b/i,
  },
  {
    says: /\bretrospective(?:ly)?\b/i,
    bears: /\bretrospective|\brecords?\b|\breview|\bchart|\bregist(?:er|ry)|\bdatabase/i,
  },
  { says: /\bcase[- ]control\b/i, bears: /\bcontrols?\b|\bcases\b|\bmatched\b/i },
  { says: /\bcross-sectional\b/i, bears: /\bcross-sectional|\bsurvey|\bquestionnaire|\bprevalence|\bsample/i },
  {
    says: /\bmeta-?analys[ei]s\b/i,
    bears: /\bmeta-?analy|\bpool|\bcombined\b|\bsystematic|\breview|\btrials\b|\bstudies\b/i,
  },
  { says: /\bsystematic review\b/i, bears: /\bsystematic|\bmeta-?analy|\breview|\bsearch/i },
]

/** The name of a design that a sentence gives to its source and of which nothing stands in the source's text; null where there is none. */
export function otherDesign(sentence: string, text: string): string | null {
  const found = designs.find(({ says, bears }) => says.test(sentence) && !bears.test(text))
  return found ? says(found, sentence) : null
}

const says = ({ says: named }: (typeof designs)[number], sentence: string) => named.exec(sentence)![0].toLowerCase()
