import type { QuestionState } from '../core/question/state.ts'
import { counted } from '../core/text/counts.ts'
import { barParts } from '../page-data/bar-parts.ts'
import type { QuestionIndex } from '../page-data/lists/index-file.ts'
import { dayWords, questionStateWords, verdictWords } from '../page-data/words.ts'
import type { Verdict } from '../schemas/claim.ts'
import { fold } from './fold.ts'

/** What the filter knows of a question. */
export interface Question {
  title: string
  topic: string
  state: QuestionState
  findings: number
  date: string
  /** What is searched, folded. */
  text: string
}

/** A question of the index of all of them. */
export interface IndexedQuestion extends Question {
  slug: string
  papers: number
  score: string | null
  verdicts: [Verdict, number][]
  remarks: string
}

/** The rows of questions.json as the filter compares them; folded once, since every key that is pressed goes through all. */
export function indexedQuestions({ topics, verdicts, rows }: QuestionIndex): IndexedQuestion[] {
  return rows.map(([slug, title, place, state, counts, papers, score, date, remarks]) => {
    const topic = topics[place]!
    return {
      ...{ slug, title, topic, state, papers, score, date, remarks },
      findings: counts.reduce((sum, value) => sum + value, 0),
      verdicts: verdicts.map((verdict, i): [Verdict, number] => [verdict, counts[i]!]),
      text: fold(`${title} ${topic}`),
    }
  })
}

/** A row of the list of questions, as the page draws it. `base` is the address of the site. */
export function questionRow(question: IndexedQuestion, base: string): HTMLElement {
  const { slug, title, topic, state, papers, score, date, remarks, verdicts } = question
  const item = document.createElement('li')
  item.dataset.state = state
  const words = document.createElement('div')
  const link = document.createElement('a')
  link.className = 'title'
  link.dir = 'auto'
  link.href = `${base}reports/${slug}/`
  link.textContent = title
  const meta = [
    topic,
    questionStateWords[state].word,
    counted(papers, 'paper'),
    ...(score === null ? [] : [`Panel ${score}`]),
    `Last change ${dayWords(date)}`,
    remarks,
  ]
  words.append(link, paragraph('meta', meta.filter(Boolean)))
  const side = document.createElement('div')
  const told = verdicts.filter(([, value]) => value > 0)
  const label = told.map(([verdict, value]) => `${value} ${verdictWords[verdict].counted}`)
  side.append(bar(verdicts, label.join(', ')), paragraph('small', [label.join(', ') || 'No findings']))
  item.append(words, side)
  return item
}

function paragraph(name: string, parts: readonly string[]): HTMLElement {
  const whole = document.createElement('p')
  whole.className = name
  for (const part of parts) {
    const span = document.createElement('span')
    span.dir = 'auto'
    span.textContent = part
    whole.append(span)
  }
  return whole
}

function bar(verdicts: readonly [Verdict, number][], label: string): SVGElement {
  const svg = node('svg', { class: 'stack', viewBox: '0 0 1000 12', preserveAspectRatio: 'none', role: 'img' })
  svg.setAttribute('aria-label', label || 'No findings')
  for (const { of, x, width } of barParts(verdicts))
    svg.append(node('rect', { class: of, x: String(x), y: '0', width: String(width), height: '12' }))
  return svg
}

function node(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
