import { parentPort, workerData } from 'node:worker_threads'
import { keptBundle } from './bundle.ts'
import { pageFiles } from './pages.ts'
import { packed, type Rendering, renderTurns } from './render.ts'

// A thread of `render.ts`. What the pages are made with reaches it through the environment, as it does the first thread.
const rendering = workerData as Rendering
const app = await keptBundle(rendering.project, rendering.program)
if (app && parentPort) {
  const files = new Map((await pageFiles(app)).map((page) => [page.file, page]))
  parentPort.postMessage(packed(await renderTurns(app, files, rendering)))
}
