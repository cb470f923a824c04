import { describe, expect, it } from 'vitest'
import { studyOf } from './index.ts'

const paper = (title: string, text = '', genre?: string) => ({
  csl: { id: 'work_x', type: 'article-journal', title, author: [], ...(genre ? { genre } : {}) },
  text: text ? { kind: 'abstract' as const, sections: [{ name: 'abstract', text }] } : null,
})

describe('studyOf', () => {
  it.each([
    ['A drug for malaria: a systematic review and meta-analysis', '', 'meta-analysis'],
    ['A drug for malaria: a systematic review', '', 'systematic-review'],
    ['A drug for malaria', 'We randomly assigned 522 patients to the drug or placebo.', 'randomised-trial'],
    ['Copper surfaces: a nonrandomized controlled trial', '', 'non-randomised-trial'],
    ['A drug for malaria', 'This was an open-label comparison in 24 women.', 'trial'],
    ['Malaria in travellers', 'A retrospective cohort study of 340 travellers.', 'cohort'],
    ['Two cases of haemolysis: a case series', '', 'case-report'],
    ['Detecting vulnerabilities', 'A fine-tuned model reached F1 0.92 on BigVul.', 'benchmark'],
    ['Copper and bacteria', 'Copper killed MRSA in vitro within 2 h.', 'laboratory'],
    ['Reply to Smith and others', '', 'opinion'],
    ['Malaria drugs', '', 'randomised-trial', 'Randomized Controlled Trial'],
    [
      'Yoga for back pain: a pilot study',
      'Background: A systematic review found few trials. Methods: In an open randomised controlled pilot study, adults did yoga.',
      'randomised-trial',
    ],
    ['Hip taping', 'Background: In this randomized, double-blinded study, runners wore tape.', 'randomised-trial'],
    ['Reading aloud', 'Pupils were randomised to one of three groups and tested before and after.', 'randomised-trial'],
    ['Tea and sleep: a prospective comparison', 'Sleepers were divided randomly into two groups.', 'randomised-trial'],
    [
      'Reading aloud',
      'In a cohort study of 90 pupils, aloud was better. A larger randomised trial is needed.',
      'cohort',
    ],
    [
      'Falls of walkers on tape: a cohort within a trial',
      'Of 300 runners randomised to tape or none, 90 walkers were followed.',
      'cohort',
    ],
    ['Reading in six schools', 'Rates of truancy before and after the move were compared.', 'non-randomised-trial'],
    [
      'Evening light and sleep',
      'Objective: We compared lamps. Study selection: Randomised trials in which sleepers were allocated at random to a lamp.',
      'systematic-review',
    ],
    [
      'Choirs for the lonely',
      'Methods: Choirs were compared. Results: Nine trials were included, in which singers were randomly assigned to choirs.',
      'systematic-review',
    ],
    [
      'Violins before exams',
      'Sixty students who required glasses and should have slept were randomly assigned to violins or to silence.',
      'randomised-trial',
    ],
    [
      'Chess and memory',
      'Background: Memory fades. The randomised KNIGHT trial was conducted to test whether chess slows it. Methods: Players met weekly.',
      'randomised-trial',
    ],
    [
      'Openings in the ROOK trial',
      'Background: ROOK is a randomised trial of chess lessons. Methods: Adults played.',
      'randomised-trial',
    ],
    ['Dancing twice', 'We conducted two randomised, blinded, crossover studies in adults.', 'randomised-trial'],
    [
      'Diets of gardeners',
      'A cross-sectional study of diets was nested within a randomised gardening trial of 80 adults.',
      'cross-sectional',
    ],
    ['Glass for windows', 'Forty panes were randomly divided into two ovens.', null],
    ['Dots on maps', 'Dot positions are randomised within cells. Users saw maps.', null],
    [
      'Who sings',
      'Prospective cohort of singers. They resembled the randomised choir but declined randomisation.',
      'cohort',
    ],
    ['Crowns of gold', 'Roots of molars of adults were randomly separated in vitro into two groups.', 'laboratory'],
    ['Honey and wounds', 'Forty adult male Wistar rats were randomly divided into two groups.', 'animal'],
    ['Coats of puppies: a randomised controlled trial in dogs', 'All received a brush.', 'animal'],
    [
      'Growth on plates',
      'Spores of patients were grown on sheep blood agar and stained by antibodies raised in horses.',
      null,
    ],
    ['Timetables by CATS', 'The CATS of a school plans its lessons.', null],
    ['Height and wages: a Mendelian randomisation study', 'Adults gave blood.', null],
    [
      'Tape and falls',
      'TAPE and FALL were two 24-week, randomised, double-blind studies in runners.',
      'randomised-trial',
    ],
    ['Tape and falls', 'Runners were allotted at random to tape or none.', 'randomised-trial'],
    ['Tape and falls', 'Of 90 runners randomised 80 could be followed.', 'randomised-trial'],
    ['Feed for lambs', 'Lambs were randomly assigned to three feeds.', 'animal'],
  ])('%s | %s is a %s', (title, text, design, genre?: string) => {
    expect(studyOf(paper(title, text, genre))?.design ?? null).toBe(design)
  })

  it('says nothing where the text does not tell', () => {
    expect(studyOf(paper('Tafenoquine and the eye', 'The eye was unharmed.'))).toBeNull()
  })

  it('takes the whole sample, not one group of it', () => {
    const text =
      'We randomly assigned 80 Thai patients. One relapse followed in 14 of 30 patients. The groups were small (12 patients received primaquine).'
    expect(studyOf(paper('A trial', text))).toMatchObject({ sampleSize: 80, sampleOf: 'patients' })
  })

  it.each([
    ['Runners were randomly divided into two groups of 30 each.', 60],
    ['Runners were randomised to tape (n = 14) or to none (n = 15).', 29],
    ['Runners were allocated at random to four groups, each containing 15 runners.', 60],
    ['Runners (n = 29) were randomised to tape (n = 14) or to none (n = 15); all (n = 29) ran.', 29],
    ['Runners were randomised to tape (n = 14), to none (n = 15), in all (n = 29).', 29],
    ['Knees of 20 adults were randomised to tape (n = 20) or to none (n = 20).', 20],
    ['We enrolled 30 adults. Adults were randomised to tape or none. A trial of 900 adults would be needed.', 30],
  ])('counts all groups: %s', (text, size) => {
    expect(studyOf(paper('A trial', text))?.sampleSize).toBe(size)
  })

  it('shows the words of chance in full', () => {
    const text = 'Thirty sleepers were randomly allocated to tea.'
    expect(studyOf(paper('Tea and sleep', text))?.basis).toBe('text: “randomly allocated”')
  })

  it('notes in plain words what may bias the study', () => {
    const text = 'In a randomised, double-blind trial of 44 patients, funded by GSK, the maker of the drug, 3 relapsed.'
    const note = studyOf(paper('A trial', text))?.note
    expect(note).toContain('Patients and staff did not know who got what.')
    expect(note).toContain('It is small: 44 patients.')
    expect(note).toContain('A maker of what is tested')
  })

  it('counts the studies of a review', () => {
    const text = 'We searched MEDLINE and included 14 studies with 2,600 participants.'
    expect(studyOf(paper('Copper: a systematic review', text))).toMatchObject({ sampleSize: 14, sampleOf: 'studies' })
  })
})
