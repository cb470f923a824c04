import { readFileSync } from 'node:fs'

/** Rows of a file of JSON lines. */
export function jsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

interface TrialAbstract {
  pmcid: string
  title: string
  sections: { name: string; text: string }[]
}

export function trialAbstracts(folder: string): TrialAbstract[] {
  return jsonLines(`${folder}/ico/abstracts_train.jsonl`)
}
