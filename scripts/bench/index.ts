import type { Benchmark } from './benchmark.ts'

/** Every benchmark in the order in which it runs, loaded only when it is asked for. One more is one file and one row. */
export const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  merge: async () => (await import('./merge.ts')).merge,
  pipeline: async () => (await import('./pipeline.ts')).pipeline,
  site: async () => (await import('./site.ts')).site,
  nights: async () => (await import('./nights.ts')).nights,
  home: async () => (await import('./home.ts')).home,
  verify: async () => (await import('./verify.ts')).verify,
  findings: async () => (await import('./findings.ts')).findings,
  queue: async () => (await import('./queue.ts')).queue,
  paint: async () => (await import('./paint.ts')).paint,
}
