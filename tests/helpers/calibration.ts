import type { Calibration, Scaling } from '../../src/core/engines/calibrate.ts'

const plain: Scaling = { scale: [1, 1, 1], bias: [0, 0, 0], favour: [1, 1, 1], most: 0.9, n: 1 }

/** A calibration of round figures that leaves what an engine says nearly as it is. */
export const calibration: Calibration = {
  ...{ version: 'test-1', engine: 'test', method: '', source: '' },
  kinds: { citing: plain, question: plain, abstract: plain, passage: plain, far: { ...plain, most: 0.4 } },
  rule: { agree: 0.7, differ: 0.6 },
  stated: 0.8,
  reported: { verbatim: 0.95, reworded: 0.85 },
  coverage: { least: 0.2, home: 0.5 },
  caps: { most: 0.92 },
  thresholds: { support: 0.5, refute: 0.5 },
}
