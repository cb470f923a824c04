const things = 'articles?|studies|trials|RCTs|records|citations|references|publications|papers|abstracts|reviews'
const people =
  'patients|participants|subjects|individuals|people|persons|women|men|children|adults|infants|volunteers|respondents|students|teachers|physicians|doctors|nurses|practitioners|residents|hospitals|practices|clinics|schools|wards|centres|centers'
const number = String.raw`(?:\d[\d,. ]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)`

/** What says how a sample was found, how large it is and how it was at the beginning. */
const told: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:identified|retrieved|screened|yielded|located)\b[^.]{0,80}\b(?:${things})\b`, 'i'),
  new RegExp(
    String.raw`\b(?:${things}) (?:met|fulfilled|satisfied|were eligible|were included|were identified)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:the |these |a total of )?${number} (?:\S+ ){0,3}?(?:${things}) (?:included|enrolled|randomi[sz]ed|involved|comprised|with)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:(?:a total of|in total,?|overall,?|of|among|in all,?) )?(?:the |these )?${number} (?:\S+ ){0,4}?(?:${people})\b[^.]{0,60}\b(?:(?:were|was) (?:included|enrolled|recruited|randomi[sz]ed|eligible|analy[sz]ed|studied)|participated|took part|entered the|recruited)\b`,
    'i',
  ),
  /^(?:\S+ ){0,3}(?:characteristics|demographics)\b[^.]{0,60}\b(?:comparable|similar|balanced|identical|matched|did not differ)\b/i,
  /\bno (?:significant |statistically significant )?differences? (?:between|among) (?:the )?(?:\w+ )?groups\b[^.]{0,30}\b(?:demographic|baseline)/i,
  /\bat baseline(?: \([^)]*\))?\.?$/i,
  /^(?:the )?(?:baseline|pre-?intervention) (?:\S+ ){0,3}(?:rates?|levels?|scores?|prevalence|characteristics)\b/i,
  /\b(?:mean|median|average) (?:patient )?age\b|\baged (?:between )?\d/i,
]

/** What a sentence on a sample may say besides that is a finding. */
const found =
  /\b(?:than|compared|versus|vs|associat\w+|reduc\w+|increas\w+|improv\w+|effects?|effective\w*|decreas\w+|lower\w*|higher|greater|fewer|declin\w+|ris(?:e|es|en)|rose|fell|prevent\w*|predict\w*|correlat\w+|risk|odds|hazard|outperform\w*|show(?:ed|s|n)|found|suggest\w*)\b/i

/** Whether a sentence tells of a sample only: how it was found, how large it is, how old, and how its groups were at the beginning. */
export function tellsSample(text: string): boolean {
  return told.some((test) => test.test(text)) && !found.test(text)
}
