import { describe, expect, it } from 'vitest'
import { cslNames } from '../../../scripts/sources/csl.ts'
import { namesNobody } from './absent.ts'
import { withoutDoubtfulDegrees } from './degrees.ts'
import { nameKey, parseName } from './names.ts'
import { parseNames, parsePeople } from './people.ts'

describe('parseName', () => {
  it.each([
    ['Baird, J. K.', { family: 'Baird', given: 'J. K.' }],
    ['Baird JK', { family: 'Baird', given: 'JK' }],
    ['van der Berg JK', { family: 'van der Berg', given: 'JK' }],
    ['J. Kevin Baird', { family: 'Baird', given: 'J. Kevin' }],
    ['Ludwig van Beethoven', { family: 'van Beethoven', given: 'Ludwig' }],
    ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['{World Health Organization}', { literal: 'World Health Organization' }],
    ['World Health Organization', { literal: 'World Health Organization' }],
    ['Department of Health, London, United Kingdom', { literal: 'Department of Health, London, United Kingdom' }],
    ['Plato', { literal: 'Plato' }],
    ['Baird,', { literal: 'Baird' }],
    ["O'Neill, <b>Ann</b>", { family: "O'Neill", given: 'Ann' }],
  ])('%s', (text, name) => {
    expect(parseName(text)).toEqual(name)
  })
  it.each(['', ' , ', '[No authors listed]', 'nan', 'Anonymous', '&NA;', 'N/A', '—'])('is none: %j', (text) => {
    expect(parseName(text)).toBeNull()
  })
})

describe('parseNames', () => {
  it.each([
    ['Baird, J. K.; Price, R.', ['Baird', 'Price']],
    ['Baird, J.K., Price, R.', ['Baird', 'Price']],
    ['Kevin Baird, Ric Price', ['Baird', 'Price']],
    ['Baird JK, Price RN', ['Baird', 'Price']],
    ['Baird, Kevin and Price, Ric', ['Baird', 'Price']],
    ['Kevin Baird, Ric Price, and Ann Lee', ['Baird', 'Price', 'Lee']],
    ['Baird, Kevin', ['Baird']],
  ])('%s', (text, families) => {
    expect(parseNames(text).map((name) => ('family' in name ? name.family : name.literal))).toEqual(families)
  })
})

it('compares authors by family and first initial', () => {
  expect(nameKey({ family: 'Müller', given: 'Öz' })).toEqual({ family: 'muller', initial: 'o' })
})

describe('a name of any script is a name', () => {
  it.each([
    ['Latin', 'Müller'],
    ['Cyrillic', 'Паршин'],
    ['Greek', 'Παπαδόπουλος'],
    ['Armenian', 'Պետրոսյան'],
    ['Georgian', 'ქავთარაძე'],
    ['Hebrew', 'כהן'],
    ['Arabic', 'الخوارزمي'],
    ['Syriac', 'ܡܪܝ'],
    ['Devanagari', 'शर्मा'],
    ['Bengali', 'চট্টোপাধ্যায়'],
    ['Gurmukhi', 'ਸਿੰਘ'],
    ['Gujarati', 'પટેલ'],
    ['Tamil', 'சுப்ரமணியன்'],
    ['Telugu', 'రెడ్డి'],
    ['Kannada', 'ಗೌಡ'],
    ['Malayalam', 'നായർ'],
    ['Sinhala', 'පෙරේරා'],
    ['Thai', 'สมชาย'],
    ['Lao', 'ສົມ'],
    ['Tibetan', 'བསྟན་འཛིན'],
    ['Burmese', 'အောင်'],
    ['Khmer', 'សុខ'],
    ['Ethiopic', 'አበበ'],
    ['Mongolian', 'ᠪᠠᠲᠤ'],
    ['Hangul', '김'],
    ['Han', '王'],
    ['Kana', 'たなか'],
  ])('%s', (_, family) => {
    expect(namesNobody(family)).toBe(false)
    expect(parseName(family)).not.toBeNull()
    expect(cslNames({ family })).toEqual([{ family }])
    expect(cslNames({ family, given: 'Д.' })).toEqual([{ family, given: 'Д.' }])
    expect(cslNames({ literal: family })).toEqual([{ literal: family }])
    expect(parsePeople(`${family}, A.`)).toEqual([{ family, given: 'A.' }])
  })

  it.each(['Na', 'Null', 'None', 'Anon', 'Unknown'])('also where it reads like none: %s', (family) => {
    expect(cslNames({ family, given: 'Jin' })).toEqual([{ family, given: 'Jin' }])
    expect(parseName(`${family}, Jin`)).toEqual({ family, given: 'Jin' })
  })

  it('Na alone too', () => {
    expect(cslNames({ family: 'Na' })).toEqual([{ family: 'Na' }])
    expect(parseName('NA')).toBeNull()
  })
})

describe('several people in one field are several people', () => {
  const shown = (text: string) =>
    parsePeople(text).map((name) => ('family' in name ? `${name.family}, ${name.given ?? ''}` : `[${name.literal}]`))

  it.each([
    ['Smith, J.; Jones, K. L.; Brown, P.', ['Smith, J.', 'Jones, K. L.', 'Brown, P.']],
    ['Katie R. Lyber, Erin S. Beyer, Kay J. Farm', ['Lyber, Katie R.', 'Beyer, Erin S.', 'Farm, Kay J.']],
    ['Katie R. Lyber, Erin S. Beyer', ['Lyber, Katie R.', 'Beyer, Erin S.']],
    ['Katie Lyber, Erin Beyer, and Kay Farm', ['Lyber, Katie', 'Beyer, Erin', 'Farm, Kay']],
    [
      "Marsh L, van der Berg P, O'Neil K; Ward Study Group.",
      ['Marsh, L', 'van der Berg, P', "O'Neil, K", '[Ward Study Group]'],
    ],
    ['Marsh L, Lee K', ['Marsh, L', 'Lee, K']],
    ['Smith, J. | Jones, K.', ['Smith, J.', 'Jones, K.']],
    ['Ann Lee|Bo Ek|Li Wei', ['Lee, Ann', 'Ek, Bo', 'Wei, Li']],
    ['Smith, J., et al.', ['Smith, J.', '[et al.]']],
    ['Smith J et al', ['Smith, J', '[et al.]']],
    ['J Smith, K Jones…', ['Smith, J', 'Jones, K', '[et al.]']],
    ['John…', ['[et al.]']],
    ['Smith, J., Jones, K. L., & Brown, P.', ['Smith, J.', 'Jones, K. L.', 'Brown, P.']],
    ['John Smith and Karen Jones', ['Smith, John', 'Jones, Karen']],
    ['J. Smith, K. L. Jones and P. Brown', ['Smith, J.', 'Jones, K. L.', 'Brown, P.']],
    ['Duarte, R. und Lind, P.', ['Duarte, R.', 'Lind, P.']],
    ['Lyber, Katie R., Beyer, Erin S., Farm, Kay J.', ['Lyber, Katie R.', 'Beyer, Erin S.', 'Farm, Kay J.']],
    ['Li, Wei, Zhang, San', ['Li, Wei', 'Zhang, San']],
    ['Иванов И. И., Петров П. П.', ['Иванов, И. И.', 'Петров, П. П.']],
    ['李伟，张三', ['[李伟]', '[张三]']],
    ['Duarte R.*; Lind P.T.1,2; Meade C.†', ['Duarte, R.', 'Lind, P.T.', 'Meade, C.']],
    ['Duarte, Rosa (0000-0001-2345-6789); Lind, P [2]', ['Duarte, Rosa', 'Lind, P']],
    ['Rosa Duarte, MD, PhD; Peter Lind, MSc', ['Duarte, Rosa', 'Lind, Peter']],
    ['Lyber KR, Beyer ES, on behalf of the Falls Trial Group', ['Lyber, KR', 'Beyer, ES', '[Falls Trial Group]']],
  ])('%s', (text, people) => {
    expect(shown(text)).toEqual(people)
  })

  it.each([
    ['Garcia Lopez, Maria Jose', ['Garcia Lopez, Maria Jose']],
    ['van der Berg, Jan Willem', ['van der Berg, Jan Willem']],
    ['King, Martin Luther, Jr.', ['King, Martin Luther']],
    ['Department of Health, London, United Kingdom', ['[Department of Health, London, United Kingdom]']],
    ['Centers for Disease Control and Prevention', ['[Centers for Disease Control and Prevention]']],
    ['Smith, John Adam', ['Smith, John Adam']],
    ['Li, Wei', ['Li, Wei']],
    ['Ortega y Gasset, José', ['Ortega y Gasset, José']],
    ['Duarte, MD', ['Duarte, MD']],
    ['van der Berg MD', ['van der Berg, MD']],
    ['Food and Drug Administration', ['Administration, Food and Drug']],
    ['Ministry of Health and Welfare', ['[Ministry of Health and Welfare]']],
    ['Johnson & Johnson', ['[Johnson & Johnson]']],
  ])('one is one: %s', (text, people) => {
    expect(shown(text)).toEqual(people)
  })
})

describe('degrees are no part of a name', () => {
  const read = (written: readonly string[]) =>
    withoutDoubtfulDegrees(written)
      .flatMap((one) => parsePeople(one))
      .map((name) =>
        'family' in name ? [name.family, name.given, name.suffix].filter(Boolean).join('|') : name.literal,
      )

  it.each([
    [['Rosa Duarte, MD'], ['Duarte|Rosa']],
    [
      ['Rosa P. Duarte MD', 'Lind, Peter, RN'],
      ['Duarte|Rosa P.', 'Lind|Peter'],
    ],
    [['Duarte, Rosa, Ph.D., M.P.H.'], ['Duarte|Rosa']],
    [['Duarte, Rosa MSc'], ['Duarte|Rosa']],
    [['Duarte, Rosa, Dr. med.'], ['Duarte|Rosa']],
    [['Duarte, Rosa, QWXC'], ['Duarte|Rosa']],
    [['Duarte, R, MD, FRCPC'], ['Duarte|R']],
    [['Duarte R, MD'], ['Duarte|R']],
    [['MD, Rosa Duarte'], ['Duarte|Rosa']],
    [['Peter van der Lind, MD/PhD'], ['van der Lind|Peter']],
    [['Peter Lind, Jr., MD'], ['Lind|Peter|Jr.']],
    [['Lind, Peter, III, BSc (Hons)'], ['Lind|Peter|III']],
    [['Rosa Duarte, MD, Peter Lind, PhD'], ['Duarte|Rosa', 'Lind|Peter']],
    [['Rosa Duarte, MD, MPH, Peter Lind, RN, and Li Wei, PhD'], ['Duarte|Rosa', 'Lind|Peter', 'Wei|Li']],
    [['Rosa Duarte, MD and Peter Lind, RN'], ['Duarte|Rosa', 'Lind|Peter']],
  ])('%j', (written, names) => {
    expect(read(written)).toEqual(names)
  })

  it.each([
    [
      ['Duarte Lima, MD', 'Lind, PK'],
      ['Duarte Lima|MD', 'Lind|PK'],
    ],
    [
      ['Duarte Lima, MD', 'Lind PK'],
      ['Duarte Lima|MD', 'Lind|PK'],
    ],
    [['Duarte Lima, M.D.'], ['Duarte Lima|M.D.']],
    [['de la Cruz, MA'], ['de la Cruz|MA']],
    [['Ma, Li'], ['Ma|Li']],
    [['Li, Ma'], ['Li|Ma']],
    [['Duarte, Rosa McDonald'], ['Duarte|Rosa McDonald']],
  ])('and initials are: %j', (written, names) => {
    expect(read(written)).toEqual(names)
  })

  it('nor where a field of one person has no other sign than commas', () => {
    expect(parseNames('Duarte, Rosa, PhD, MPH')).toEqual([{ family: 'Duarte', given: 'Rosa' }])
    expect(parseNames('Duarte, Rosa, PhD, Lind, Peter, MD')).toHaveLength(2)
  })

  it('nor in the fields of a structured name', () => {
    const plain = [{ family: 'Duarte', given: 'Rosa' }]
    expect(cslNames({ family: 'Duarte', given: 'Rosa, MD, PhD' })).toEqual(plain)
    expect(cslNames({ family: 'Duarte', given: 'Rosa', suffix: 'MD' })).toEqual(plain)
    expect(cslNames({ family: 'MD', given: 'Rosa Duarte' })).toEqual(plain)
    expect(cslNames({ family: 'Duarte', given: 'Rosa', suffix: 'Jr' })).toEqual([{ ...plain[0], suffix: 'Jr' }])
  })
})
