import { describe, expect, it } from 'vitest'
import { refusalOf, refusals, sure } from './refusals.ts'

const rules = (sentence: string) => refusals.filter(({ test }) => test(sentence)).map(({ rule }) => rule)

describe('a part of a trial', () => {
  it.each([
    'Part 2 will be open to growers who finished the first season.',
    'In the second season, part 3 will run on forty farms.',
    'Part 12 will be open to growers on sandy soil.',
    'Part 1 contains three groups of farms.',
    'Part 12 has four arms with rye, vetch, oats and none.',
    'Part 2 comprises 40 farms on sandy soil.',
  ])('is a plan where it says what will be: %s', (sentence) => {
    expect(rules(sentence)).toContain('plan')
  })

  it.each([
    'Part 2 showed that carbon rose by 8% under rye.',
    'Part of the nitrogen will leach under bare soil in winter.',
    'Part of the carbon has two sources in sandy soil.',
    'Counterpart 2 willingly lowered the losses of nitrogen by 8%.',
  ])('is none where it says what was found: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('plan')
  })
})

describe('where something can be had', () => {
  it.each([
    'The source code is available at https://example.org/kelp.',
    'All models are released under an open licence at github.com/x/y.',
    'The questionnaire can be downloaded from www.example.org.',
    'Our code is publicly available.',
  ])('is no finding: %s', (sentence) => {
    expect(rules(sentence)).toContain('availability')
  })

  it.each([
    'Iodine was available in most rural shops.',
    'Software that is available in schools raised scores.',
    'The code of conduct is available in nine of ten clubs.',
    'Defibrillators were publicly available in half of the stations.',
  ])('is a finding where it was counted or did something: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('availability')
  })
})

describe('what the authors do', () => {
  it.each(['We conduct extensive experiments on nine river basins.', 'We test the adhesive in four climates.'])(
    'is no finding: %s',
    (sentence) => {
      expect(rules(sentence)).toContain('method')
    },
  )

  it.each([
    'We compare two kilns and find that the second cracks less.',
    'We evaluate our sensor and report a 4% gain over thermistors.',
    'We test whether rents fall and show that they do.',
  ])('is one where they say what they found: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('method')
  })
})

describe('a clause of method', () => {
  it.each([
    'When yield was assessed using two scales, rye did not raise it.',
    'Germination was faster when seeds were given water at noon.',
    'Growers who were given vetch alone had fewer weeds.',
    'Soil samples that we analysed lost their carbon.',
    'Serum zinc of the lambs rose under vetch.',
  ])('does not make one of the sentence: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('method')
  })

  it.each([
    'As losses were high in winter, we measured the carbon of forty plots.',
    'Samples were taken in May, and water was added when plots were dry.',
    'Blood samples were drawn from lambs that grazed on vetch.',
  ])('is one where the sentence says no more: %s', (sentence) => {
    expect(rules(sentence)).toContain('method')
  })
})

describe('what is said of the text', () => {
  it.each([
    'Herein, we provide evidence that rye also feeds the worms.',
    'Our study provides compelling evidence for rye as a host of the fungus.',
    'This is the first study to demonstrate rust on wild rye.',
    'Losses of a tenth were considered acceptable.',
  ])('is a finding where it tells one: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('about-the-text')
  })

  it.each([
    'We review the evidence that rye feeds the worms.',
    'This article presents models of leaching.',
    'This is the first study of rust on rye.',
    'Implications for advisers are considered.',
  ])('is none where it names what is in it: %s', (sentence) => {
    expect(rules(sentence)).toContain('about-the-text')
  })
})

describe('what was done with a thing', () => {
  it.each([
    'A heuristic for the layout of beds is proposed and evaluated.',
    'Then the available tools for drainage are collected.',
    'An old orchard is used to illustrate the key role of shade.',
    'The method has been applied to plots in Wales.',
  ])('is no finding: %s', (sentence) => {
    expect(refusalOf(sentence, sure - 0.01)?.rule).toBe('own-work')
  })

  it.each([
    'Lime is rarely used on chalk.',
    'Rust was linked to wet summers.',
    'Less water was applied under mulch.',
    'Nests that are built in reeds last until autumn.',
  ])('is one where it is counted, tied or compared: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('own-work')
  })
})

describe('what is not known', () => {
  it.each([
    'The role of mosses in this cycle is less clear.',
    'Why trees shed their bark has been a central question.',
    'The loss of lime has not yet been measured on slopes.',
    'There is no method for counting roots in clay.',
  ])('is background: %s', (sentence) => {
    expect(refusalOf(sentence, sure - 0.01)?.rule).toBe('background')
  })

  it.each(['It is clear that some farms lose by it.', 'There is no evidence that mosses keep lime.'])(
    'is none where something is: %s',
    (sentence) => {
      expect(rules(sentence)).not.toContain('background')
    },
  )
})

describe('refusalOf', () => {
  it('lets a likely finding bear the signs that others are refused for', () => {
    const known = 'Rye is widely used against the loss of nitrogen in winter.'
    expect(refusalOf(known, sure - 0.01)?.rule).toBe('background')
    expect(refusalOf(known, sure)).toBeUndefined()
  })

  it.each([
    ['This trial was registered at ClinicalTrials.gov as NCT01234567.', 'boilerplate'],
    ['Supported by the Meadow Foundation and two regional councils.', 'boilerplate'],
    ['The study was financially supported by Rye Growers of Skåne.', 'boilerplate'],
    ['Sampling on all of the farms was supported by a grant of the ministry.', 'boilerplate'],
    ['Does rye keep nitrogen in sandy soil?', 'question'],
    ['Rye kept the nitrogen (and the carbon in sandy soil.', 'damaged'],
    ['Twelve farms were randomized to rye or to bare soil.', 'method'],
    ['More research on vetch is warranted.', 'future-work'],
    ['Nitrogen under rye.', 'fragment'],
    ['Rye kept nitrogen.', 'too-short'],
  ])('refuses however likely: %s', (sentence, rule) => {
    expect(refusalOf(sentence, 0.99)?.rule).toBe(rule)
  })

  it.each([
    'Large populations of beetles can be supported by flowering margins of at least six metres.',
    'The idea that rye keeps nitrogen was supported by lower leaching on every farm.',
  ])('takes nothing that something bears for who paid: %s', (sentence) => {
    expect(refusalOf(sentence, 0.99)?.rule).not.toBe('boilerplate')
  })

  it('refuses what is too long to be one statement', () => {
    expect(
      refusalOf(`Rye kept nitrogen in the soil of farms ${'and more farms '.repeat(40)}in winter.`, 0.99)?.rule,
    ).toBe('too-long')
  })
})

describe('a need', () => {
  it.each([
    'Close watch over young trees is necessary, so that browsing can be stopped.',
    'Additional information on grafting is still needed, as several growers say.',
    'It is essential that advisers visit each farm.',
    'Growers need better tools.',
  ])('is a call where it names no purpose or asks for more: %s', (sentence) => {
    expect(rules(sentence)).toContain('need')
  })

  it.each([
    'The root cap is required for the uptake of zinc.',
    'Anchoring of the stalk is essential for flowering.',
    'Two grafts were needed in four orchards.',
    'We found that light is necessary to open the stomata.',
    'The hormone binds proteins that are required in the leaf.',
  ])('is none where one thing needs another: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('need')
  })
})

describe('a recommendation', () => {
  it.each([
    'Growers should consider raised beds on heavy soil.',
    'Raised beds should be tried in every school garden.',
    'The use of rye in winter is therefore recommended on sandy soil.',
    'Further trials are needed to find out whether rye reduces the loss of nitrogen.',
    'If losses are higher under vetch, rye should be sown.',
    'These findings suggest that vetch warrants further investigation.',
    'We recommend that advisers visit each farm.',
  ])('without a finding is none: %s', (sentence) => {
    expect(refusalOf(sentence, 0.99)?.rule).toMatch(/^(?:recommendation|need|future-work)$/)
  })

  it.each([
    'Rye reduced the loss of nitrogen and should be sown in autumn.',
    'Because rye keeps more nitrogen than vetch, it should be sown in autumn.',
    'Rye should be sown instead of vetch.',
    'No difference in yield was found, but larger trials are needed.',
    'Raised beds should reduce the loss of seedlings.',
    'The farm of 1990, whose plots must be kept apart from these, shows losses sliding to half.',
    'Soil must be tested first because vetch may die on it.',
    'Lime is not recommended on chalk.',
    'Growers accepted 43% of the measures that were recommended.',
  ])('with one is one: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('recommendation')
  })
})

describe('what is said of the work itself', () => {
  it.each([
    ['We exploit the staggered spread of rye across counties to identify its effect on rents.', 'own-work'],
    ['Using records of 40 farms, the authors estimate the effect of vetch on rents.', 'own-work'],
    ['The second relies on rainfall as an instrument for yield.', 'own-work'],
    ['This paper investigates the effects of rye on the loss of nitrogen.', 'own-work'],
    ['This study provides useful insights into how vetch shapes the soil.', 'own-work'],
    ['These results highlight the importance of considering slope when rye is sown.', 'own-work'],
    ['The findings raise questions about models of erosion.', 'own-work'],
    ['This finding is relevant for the design of raised beds.', 'own-work'],
    ['Most of the papers reported on yield, with fewer papers reporting on carbon.', 'sample'],
    ['Twelve studies examined the effect of rye, and nine examined vetch.', 'sample'],
    ['Only seven experiments, two of them from Kenya, could be pooled.', 'sample'],
    ['The current literature on vetch consists mainly of single farms.', 'sample'],
    ['Control villages had, on average, 140 households.', 'sample'],
    ['Group 1 received rye (n=22), Group 2 received vetch (n=19).', 'sample'],
    ['In this trial, thirty farms randomized to each cover completed the study.', 'sample'],
    ['Ninety of the 112 participants completed the survey in spring.', 'sample'],
    ['There were 18 residents in group A and 20 in group B.', 'sample'],
    ['Recruitment was extended by three months.', 'sample'],
    ['Follow-up continued until September.', 'sample'],
    ['Mean follow-up was 4.3 years.', 'sample'],
    ['Of the 226 growers, 47% were women.', 'sample'],
    ['There was no significant difference in demographic data between the groups.', 'sample'],
    ['Both groups were similar in age, sex and schooling.', 'sample'],
    ['Plots were grouped by the depth of the soil.', 'method'],
    ['A comparison of the two beds is conducted.', 'method'],
    ['In this paper, we have examined how vetch takes root.', 'own-work'],
    ['The report concludes with a summary and gives advice for the next season.', 'own-work'],
    ['This report is part of a larger programme on raised beds.', 'own-work'],
    ['These results deepen our understanding of how roots find water.', 'own-work'],
    ['The results of the present survey may help explain losses in spring.', 'own-work'],
    [
      'Further controlled trials with larger fields and/or other crops would be of interest for growers.',
      'recommendation',
    ],
    ['At baseline, the two groups of farms had yields of 4.1 and 4.2 tonnes.', 'sample'],
    ['Follow-up at the second harvest was 92% (46 of 50 farms).', 'sample'],
    ['Four participants were excluded after randomisation because they had sold their land.', 'sample'],
    ['In total, 26 advisers responded to questionnaires, and six were visited.', 'sample'],
    ['No baseline differences in the depth of the soil were seen.', 'sample'],
    ['Yields at baseline ranged from 1.3 to 5.8 tonnes.', 'sample'],
    ['Of 279 farms enrolled, 202 (72.4%) were included in the analysis.', 'sample'],
    ['Forty-one (48.2%) received rye seed and 44 (51.8%) vetch.', 'sample'],
    ['A major limitation of the study was its dry spring.', 'sample'],
    ['The findings may contribute to promote covers that advisers can explain.', 'own-work'],
    ['The registration number of the trial is on the form.', 'boilerplate'],
    ['The trial was registered on 2 May.', 'boilerplate'],
    ['The primary outcome measure of the study was the mean loss of nitrogen.', 'plan'],
  ])('is no finding: %s', (sentence, rule) => {
    expect(refusalOf(sentence, 0.99)?.rule).toBe(rule)
  })

  it.each([
    'We exploit the spread of rye and find that it raised rents by a little.',
    'Using rainfall as an instrument, the authors show that rye lowers rents.',
    'We apply vetch between rows, where it yields more than rye.',
    'The results provide evidence that rye does not lower yields.',
    'The results underline the role of rye in keeping nitrogen.',
    'The study raises the possibility that one sowing keeps nitrogen for two winters.',
    'The findings have two implications: rye need not be rolled, and vetch may be left standing.',
    'Most of the papers reported that carbon fell after ploughing.',
    'Nine of twelve studies found that vetch lowered the yield of maize.',
    'Five trials described results that favoured rye over vetch.',
    'The loss was measured at six depths and was highest near the drain.',
    'There were 29 losses in the rye group and 16 in the vetch group.',
    'Adherence did not differ by age, sex or schooling.',
    'The mean follow-up was 2 years, and the rate of loss was 8% under rye.',
    'Yields were similar across age, sex and income.',
    'Villages with a shared barn had fewer losses than villages without one.',
    'At baseline, loss was 8% under rye, and after two years it was 3%.',
    'Three participants were excluded because of adverse reactions to the spray.',
    'The report concludes that rye keeps nitrogen.',
    'This is one of the first studies to demonstrate an effect of rye on worms.',
    'Of the twelve farms that completed the trial, nine kept their nitrogen.',
    'Wet springs may contribute to the loss of nitrogen under vetch.',
    'The primary outcome was the loss of nitrogen, which was lower under rye.',
    'Farms with more clay at baseline were slower to drain after two months of rain.',
  ])('is one where it tells what was found: %s', (sentence) => {
    expect(refusalOf(sentence, 0.99)).toBeUndefined()
  })
})
