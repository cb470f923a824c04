/** Normal form of a unit and, behind the colon, the ways it is written. Compound units with a slash are their own form. */
const spellings = `
%: % | percent | per cent | pct
point: percentage points | percentage point | percent points | points | point | pp
year: years | year | yr | yrs
month: months | month | mo
week: weeks | week | wk | wks
day: days | day
hour: hours | hour | hr | hrs | h
minute: minutes | minute | min | mins
second: seconds | second | sec | s
ms: ms
kg: kg | kilograms | kilogram
g: g | gram | grams
mg: mg | milligrams | milligram
μg: μg | ug | mcg | micrograms | microgram
ng: ng
pg: pg
l: l | litre | litres | liter | liters
dl: dl
ml: ml
μl: μl | ul
mg/kg: mg/kg
mg/dl: mg/dl
mg/l: mg/l
g/dl: g/dl
g/l: g/l
ng/ml: ng/ml
μg/ml: μg/ml | ug/ml
μg/l: μg/l | ug/l
pg/ml: pg/ml
mmol/l: mmol/l
iu/ml: iu/ml
mg/day: mg/day | mg/d | mg daily | mg per day
g/day: g/day | g/d
m: m
km: km
cm: cm
mm: mm
μm: μm | um
nm: nm
mol: mol
mmol: mmol
μmol: μmol
nmol: nmol
mmhg: mmhg | mm hg
°c: °c
kda: kda
bp: bp
kb: kb
mb: mb
gb: gb
hz: hz
khz: khz
mhz: mhz
kcal: kcal
kj: kj
iu: iu
fold: fold | times | x | ×
`

const forms: ReadonlyMap<string, string> = new Map(
  spellings
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [form = '', written = ''] = line.split(': ')
      return written.split(' | ').map((spelling): [string, string] => [spelling, form])
    }),
)
const candidate =
  /[\s\u00a0\u2009\u202f]?-?(%|×|[°μa-z]+(?:\/[a-z]+)?(?: (?:cent|points?|daily|per day|hg)(?![a-z]))?)/iy

/** The unit that begins at an offset, and where it ends; null where none does. "mg" of "300mg" and of "300 mg" alike. */
export function unitAt(text: string, offset: number): { unit: string; end: number } | null {
  candidate.lastIndex = offset
  const match = candidate.exec(text)
  if (!match) return null
  const written = match[1]!.toLowerCase().replace('µ', 'μ')
  const whole = forms.get(written)
  if (whole) return { unit: whole, end: candidate.lastIndex }
  const first = /^[^ /]+/.exec(written)![0]
  const part = first === written ? undefined : forms.get(first)
  return part ? { unit: part, end: candidate.lastIndex - (written.length - first.length) } : null
}
