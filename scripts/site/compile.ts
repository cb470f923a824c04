import { openProject } from '../io/project.ts'
import { buildPages } from './astro.ts'
import { bundleFolder, keepBundle, openBundle } from './bundle.ts'

// Run as a process of its own by `build.ts`: what compiling takes in memory is given back before pages are rendered.
// Makes the program of the pages and keeps it; styles, scripts and public files go to the dist folder of the environment.
const project = openProject()
await buildPages(project, bundleFolder, openBundle, (_, folder, styles) =>
  keepBundle(project, process.env.TOUCHSTONE_PROGRAM ?? '', folder, styles),
)
