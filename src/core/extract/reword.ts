import { finiteVerb } from '../text/verbs.ts'
import { results, study, withoutLeadIn } from './lead-ins.ts'

/** Words that tie a sentence to the one before it; they go, the statement stays. */
const openers: readonly RegExp[] = [
  /^\(?(?:[ivx]{1,4}|[a-h]|\d)\)\s+(?=\S)/,
  /^(?:in (?:conclusion|summary|short|brief|general|addition|particular|contrast|comparison|fact|turn|sum|this context)|to (?:conclude|summari[sz]e|sum up)|taken together|overall|collectively|altogether|finally|lastly|moreover|furthermore|additionally|further|however|nevertheless|nonetheless|thus|therefore|hence|consequently|accordingly|notably|importantly|interestingly|surprisingly|unfortunately|remarkably|strikingly|here|specifically|indeed|also|as a result|as expected|for (?:example|instance)|on the (?:other hand|contrary|one hand)|by contrast|conversely|similarly|likewise|subsequently|first(?:ly)?|second(?:ly)?|third(?:ly)?|then|of note|more importantly|meanwhile|again|besides|together|at present|in other words|that is|as such|conclusions?|results?|findings?|methods?|background|interpretation)\s*[,:–—]\s+/i,
  /^(?:thus|therefore|hence|moreover|furthermore|however|here|besides|but|and|yet|so|nevertheless)\s+(?=[a-z])/i,
  new RegExp(String.raw`^in (?:this|our|the present|the current|these) ${study}\s*,\s+`, 'i'),
  /^(?:to (?:the best of )?our knowledge|based on (?:these|our|the) (?:results|findings|data)|from (?:these|our) (?:results|findings|data)|on the basis of (?:these|our) (?:results|findings|data)|according to (?:these|our) (?:results|findings|data)|in (?:these|our) experiments)\s*,\s+/i,
]

/**
 * Words a sentence so that it stands alone: discourse openers and "we found that" go, "we" becomes "the authors", "these
 * results suggest" becomes "the findings suggest". Hedges, numbers, comparisons and populations stay untouched.
 */
export function reword(sentence: string): string {
  let text = joinLigatures(sentence)
    .replace(/\s+/g, ' ')
    .replace(/\b(it|that|there|what)['’]s (?!been\b)/gi, '$1 is ')
    .replace(/(?<![\d%)=])\s*(?<![\d%)=]\s)\[\d{1,3}(?:[,;\s–-]+\d{1,3})*\]/g, '')
    .replace(/\s*\((?:https?:|www\.)[^\s)]+\)\.?$/, '')
    .trim()
  for (let before = ''; before !== text; ) {
    before = text
    for (const opener of openers) text = text.replace(opener, '')
    text = withoutLeadIn(text)
  }
  return finish(authors(text))
}

/** Ligatures that a source tore off their words, "effi cacy" and "signifi cant", are joined again. */
const joinLigatures = (text: string) =>
  text.replace(
    /\b(\w*(?:effi|diff|signifi|specifi|identifi|classifi|modifi|defi|benefi|suffi|diffi|offi|profi|confi|infl|refl|scientifi|quantifi|verifi|amplifi)) (?=[a-z]{2,})/gi,
    '$1',
  )

/** What the authors do with a thing of their own, nobody else being named between. */
const ownThing =
  /\b(the authors(?: (?:(?:the|an?) [\p{L}-]+ of|(?!which\b|whether\b|how\b|why\b|where\b|and\b|but\b|the\b|an?\b)[\p{L}-]+)){1,4} )the authors’/giu

/** "I" of a single author, where a verb tells that it is no number: not that of "types I and II". */
const singleAuthor = new RegExp(
  String.raw`(^|[,;:(] |\b(?:that|and|but|which|where|when|while|as|if|whether|because|what|so|than) )I (?=(?:(?:also|then|further|therefore|thus|here|now|\w+ly) )*(?:${finiteVerb}|am|rule|use|argue|interpret|reject|exploit|estimate|compare|examine|study|propose|present|discuss|document|employ|apply|consider|test|derive|observe|conclude|report|provide|\w+ed)\b)`,
  'g',
)

function authors(text: string): string {
  return text
    .replace(
      /^In (?:this|our|the present|the current) (?=(?:[\w-]+ ){0,6}?(?:study|trial|analysis|cohort|review|meta-analysis|survey|sample|series)\b)/,
      'In a ',
    )
    .replace(/^In a (?=[aeio])/i, 'In an ')
    .replace(
      new RegExp(
        String.raw`^(?:these|our|my|the present|the current|present|current|this) (${results}|${study})\b`,
        'i',
      ),
      'the $1',
    )
    .replace(
      /\b(in|of|by|from|with) (?:this|the present|the current|our) (study|trial|review|analysis|meta-analysis|paper|article|work|report|survey)\b/g,
      '$1 the $2',
    )
    .replace(/(?<=[.!?]["”’)\]]*\s)We\b/g, 'The authors')
    .replace(/(?<=[.!?]["”’)\]]*\s)Our\b/g, 'The authors’')
    .replace(/\b(?:we|We)\b/g, 'the authors')
    .replace(singleAuthor, '$1the authors ')
    .replace(/\b(?:our|Our|my|My)\b/g, 'the authors’')
    .replace(ownThing, '$1their')
    .replace(/\bto us\b/g, 'to the authors')
    .replace(/\b(the authors) am\b/g, '$1 are')
}

function finish(text: string): string {
  const bare = text.replace(/^[\s,;:–—-]+/, '').replace(/[\s,;:]+$/, '')
  const first = /^\S+/.exec(bare)?.[0] ?? ''
  const capital = /^[a-z]+[A-Z0-9]|^[a-z]-|^[b-z]$|^p\d/.test(first.replace(/[,.;:]$/, ''))
    ? bare
    : bare.charAt(0).toUpperCase() + bare.slice(1)
  return /[.!?…](?:["”’)\]]*)$/.test(capital) ? capital : `${capital}.`
}
