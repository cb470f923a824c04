import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type Calibration, textKinds } from '../../src/core/engines/calibrate.ts'
import { judgementOf } from '../../src/core/verify/judgement.ts'

const folders = (await readdir(import.meta.dirname, { withFileTypes: true })).filter((entry) => entry.isDirectory())

describe.each(folders.map(({ name }) => name))('the calibration of %s', (name) => {
  it('turns an answer on each kind of text into a probability under its cap', async () => {
    const text = await readFile(new URL(`./${name}/calibration.json`, import.meta.url), 'utf8')
    const calibration = JSON.parse(text) as Calibration
    expect(Object.keys(calibration.kinds).sort()).toEqual([...textKinds].sort())
    const claims = ['Copper kills bacteria.', 'Copper kills bacteria [12].', 'Does copper kill bacteria?']
    for (const claim of claims)
      for (const basis of ['nli', 'rule'] as const) {
        const base = { fit: 'same' as const, possible: false, best: [0], coverage: 0.8, reasons: [] }
        const { confidence } = judgementOf(claim, 1, { ...base, stance: 'refutes', basis, score: 0.9 }, calibration)
        expect(confidence).toBeGreaterThan(0.4)
        expect(confidence).toBeLessThanOrEqual(calibration.caps.most)
      }
  })
})
