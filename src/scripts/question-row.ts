/** What the filter knows of a question, from questions.json. */
export interface Question {
  href: string
  title: string
  topic: string
  state: string
  stateWords: string
  claims: number
  papers: number
  score: string | null
  date: string
  dateWords: string
  verdicts: string
  bar: { verdict: string; x: number; width: number }[]
  says: string
}

/** A row of the list of questions, as the page draws it. */
export function questionRow(question: Question): HTMLElement {
  const item = document.createElement('li')
  const words = document.createElement('div')
  const link = document.createElement('a')
  link.className = 'title'
  link.dir = 'auto'
  link.href = question.href
  link.textContent = question.title
  const score = question.score === null ? [] : [`Panel ${question.score}`]
  words.append(
    link,
    ...(question.says ? [paragraph('says', [question.says])] : []),
    paragraph('meta', [
      question.topic,
      question.stateWords,
      `${question.papers} papers`,
      ...score,
      `Last change ${question.dateWords}`,
    ]),
  )
  const side = document.createElement('div')
  side.append(bar(question), paragraph('small', [question.verdicts]))
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

function bar({ bar: parts, verdicts }: Question): SVGElement {
  const svg = node('svg', { class: 'stack', viewBox: '0 0 1000 12', preserveAspectRatio: 'none', role: 'img' })
  svg.setAttribute('aria-label', verdicts)
  for (const { verdict, x, width } of parts)
    svg.append(node('rect', { class: verdict, x: String(x), y: '0', width: String(width), height: '12' }))
  return svg
}

function node(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
