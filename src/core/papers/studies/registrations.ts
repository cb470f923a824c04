/** Numbers under which trials and reviews are registered, by the registries' own shapes. */
const numbers =
  /\b(?:NCT[\s-]?\d{8}|ISRCTN[\s:-]?\d{8}|ACTRN\s?\d{14}|(?:EudraCT|EUCTR)(?:\s(?:number|no\.?))?[\s:]*\d{4}-\d{6}-\d{2}|ChiCTR[-\w]{6,20}|CTRI\/\d{4}\/\d{2,3}\/\d{6}|(?:JPRN-)?UMIN\s?\d{9}|jRCTs?\d{9,10}|PACTR\s?\d{15,16}|DRKS\s?\d{8}|NTR\s?\d{3,4}|IRCT\d{8,14}N\d{1,2}|TCTR\s?\d{11}|KCT\s?\d{7}|RBR-\w{6,8}|SLCTR\/\d{4}\/\d{3}|AEARCTR-?\d{7}|CRD\s?42\d{9,12})\b/gi

/** A registration number, with its place in the text. */
export interface Registration {
  key: string
  number: string
  start: number
  end: number
}

/** Registration numbers of a text; one number written in two ways has one key. */
export function registrationsIn(text: string): Registration[] {
  return Array.from(text.matchAll(numbers), ({ 0: number, index }) => ({
    key: number
      .toUpperCase()
      .replace(/^EUCTR/, 'EUDRACT')
      .replace(/^JPRN-|NUMBER|NO\.?(?=[\s:])/g, '')
      .replace(/[^A-Z\d]/g, ''),
    number: number.replace(/\s+/g, ' '),
    start: index,
    end: index + number.length,
  }))
}

/** The registration numbers among what a record says of data banks: "ClinicalTrials.gov/NCT01234567", each once. */
export function registrationNumbers(said: readonly string[]): string[] {
  return [...new Set(said.flatMap(registrationsIn).map(({ number }) => number))]
}
