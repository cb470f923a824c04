import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { isAgreement } from './comparison.ts'
import { compareWithSentence } from './sentences.ts'

const reader = frameReader(openLanguage())
const relation = (claim: string, sentence: string) => compareWithSentence(claim, sentence, reader).relation

describe('the same said in other words', () => {
  it.each([
    [
      'what was done is told before the subject',
      'Reduced stirring raised the viscosity of the glaze.',
      'With reduced stirring, the viscosity of the glaze rose.',
    ],
    [
      'those studied have less of something',
      'Yoga improved balance in dancers with knee pain and reduced strength.',
      'In dancers with knee pain and reduced strength, balance was better after yoga.',
    ],
    [
      'a clause says when',
      'Bright lamps raised the number of walks of the porters.',
      'The porters walked more often when lamps were bright.',
    ],
    [
      'a clause has a preposition of its own',
      'Lower fees of 2 euros raised the number of visitors.',
      'The number of visitors rose after fees had been lowered to 2 euros.',
    ],
    [
      'one thing was followed by another',
      'Strikes were followed by higher rents in harbour towns.',
      'In harbour towns, rents rose after strikes.',
    ],
    [
      'a verb with a particle',
      'Sales of tickets went down after the fire.',
      'After the fire, sales of tickets decreased.',
    ],
    [
      'a participle before the verb of the finding',
      'Violins made of spruce lowered the pitch of the overtones.',
      'The pitch of the overtones was lowered by violins made of spruce.',
    ],
    [
      'sides that one noun names',
      'Boats with a keel drifted less than boats without a keel.',
      'Boats without a keel drifted more than boats with a keel.',
    ],
    [
      'an abbreviation that the other writes out',
      'Cognitive stimulation therapy improved mood in widowers.',
      'In widowers, mood was improved by CST.',
    ],
    [
      'a genus in short',
      'Baths with Aeromonas hydrophila killed the fry.',
      'The fry were killed by baths with A. hydrophila.',
    ],
    ['a formula', 'Carbon dioxide lowered the pH of the brine.', 'The pH of the brine was lowered by CO2.'],
    [
      'a property that a comparative tells',
      'Salt increased the thickness of the crust.',
      'The crust was thicker with salt.',
    ],
    [
      'level and concentration',
      'Frost raised the level of sugar in kale.',
      'Frost raised sugar concentrations in kale.',
    ],
    ['a share in words', 'Tolls reduced traffic by one quarter.', 'Tolls reduced traffic by 25%.'],
    ['a multiple and a change', 'Glue halved the number of cracks.', 'Glue reduced the number of cracks by 50%.'],
    ['days in short', 'Cheese ripened with mites lost 3 g in 14 days.', 'In 14 d, cheese ripened with mites lost 3 g.'],
    [
      'a figure of a thing that the other calls so',
      'The lock was 64% efficient.',
      'The efficiency of the lock was 64%.',
    ],
    [
      'the less time, the faster',
      'Rollers shortened the time that printers needed.',
      'Printers were faster when rollers were present.',
    ],
    [
      'an age with its words',
      'Chess slowed forgetting in men older than 70 years.',
      'Chess slowed forgetting in men over 70 years of age.',
    ],
    [
      'an aside between the subject and its verb',
      'Sherpas who had slept at altitude, which was measured daily, climbed faster than porters.',
      'Sherpas who had slept at altitude climbed faster than porters.',
    ],
    [
      'so many times as',
      'Larks were twice as common on fallow as on wheat.',
      'Larks were twofold commoner on fallow than on wheat.',
    ],
    ['the last word of a sentence', 'Cod liver raised vitamin D.', 'Vitamin D was raised by cod liver.'],
  ])('%s', (_, claim, sentence) => {
    expect(isAgreement(relation(claim, sentence))).toBe(true)
  })
})

describe('what is not the same', () => {
  it.each([
    [
      'a stage told behind two statements',
      'In patients with stage II disease, the balm eased itching but had no effect on pain.',
      'The balm eased itching, but had no effect on pain, in patients with stage IV disease.',
    ],
    [
      'another thing that it is held against',
      'Loaves with the new bran layer stayed soft longer than loaves without bran.',
      'Loaves with the new bran layer stayed soft longer than maize loaves.',
    ],
    [
      'another name inside a sentence',
      'Parsers written in Rust crashed less than parsers written in Perl.',
      'Parsers written in Go crashed less than parsers written in Perl.',
    ],
    [
      'a name that its letters do not spell',
      'Barley carrying the Lr9 gene had less leaf rust.',
      'Barley carrying the Yr5 gene had less leaf rust.',
    ],
    ['up for down', 'Fares went down after the merger.', 'Fares went up after the merger.'],
    [
      'slower for less time',
      'Rollers shortened the time of printing.',
      'Printing was slower when rollers were present.',
    ],
    [
      'sides told again and exchanged',
      'Repeated rinsing gave cleaner wool than soaking when the water was warm.',
      'When the water was warm, soaking gave cleaner wool than repeated rinsing.',
    ],
    [
      'less often',
      'Rowers given creatine every week, with a taper, were faster.',
      'Rowers given creatine every other week, with a taper, were faster.',
    ],
    [
      'half for twice',
      'Trained on the larger corpus, the parser made half as many slips as the tagger.',
      'Trained on the larger corpus, the parser made twice as many slips as the tagger.',
    ],
    [
      'an estimate whose interval holds no effect, far from its name',
      'Smokers in the top fifth of noise had a higher risk of gout over 8.1 years (hazard ratio 1.41, 95% CI 1.10-1.81).',
      'Over 8.1 years, the hazard ratio of gout for smokers in the top fifth of noise was 1.03 (95% CI 0.84-1.26).',
    ],
    ['a body part for another', 'The splint eased cramps of the arm.', 'The splint eased cramps of the leg.'],
    ['another share', 'Tolls reduced traffic by one quarter.', 'Tolls reduced traffic by three quarters.'],
  ])('%s', (_, claim, sentence) => {
    expect(isAgreement(relation(claim, sentence))).toBe(false)
  })

  it('leaves a contrary open where a verb tells no way', () => {
    expect(
      relation('Higher tolls annoyed drivers.', 'Drivers were less often annoyed when tolls were higher.'),
    ).not.toBe('contrary')
  })
})
