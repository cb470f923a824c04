/** The rooms of `src/core`, lowest first: a room knows itself and those before it. */
const core = [
  'text',
  'quantities',
  'papers',
  'question',
  'frames',
  'merge',
  'screen',
  'compare',
  'engines',
  'extract',
  'findings',
  'certainty',
  'map',
  'verify',
  'changes',
  'model',
  'panel',
  'compose',
  'audit',
  'reports',
  'bundle',
]

/** The rooms of `scripts`, lowest first. What stands on one line does not know its neighbours. */
const scripts = [
  ['io'],
  ['sources', 'engines'],
  ['transport.ts', 'run.ts', 'outcome.ts', 'import'],
  ['stages', 'setup', 'answering'],
  ['pipeline.ts', 'open-run.ts', 'audit-content.ts', 'bundle'],
  ['runners'],
  ['queue'],
  ['generate.ts', 'site', 'evaluate'],
  ['doctor'],
  ['github'],
  ['nightly', 'train', 'bench'],
  ['commands', 'screenshots'],
  ['cli.ts'],
]

/** The rooms of the site, lowest first. */
const site = ['page-data', 'scripts', 'components', 'layouts', 'pages']

/** Tests may reach for whatever helps them. */
const notTests = '\\.test\\.ts$'

/** Forbids each room what stands behind it. */
const upward = (folder, rooms) =>
  rooms.slice(0, -1).map((room, place) => {
    const line = [room].flat()
    const neighbours =
      line.length > 1
        ? line.map((own) =>
            rule(
              folder,
              [own],
              line.filter((other) => other !== own),
            ),
          )
        : []
    return [...neighbours, rule(folder, line, rooms.slice(place + 1).flat())]
  })

const rule = (folder, own, above) => ({
  name: `${folder}/${own.join('-')} stands below`,
  severity: 'error',
  from: { path: places(folder, own), pathNot: notTests },
  to: { path: places(folder, above) },
})

const places = (folder, rooms) => rooms.map((room) => `^${folder}/${room.replaceAll('.', '\\.')}(?:/|$)`)

const never = (name, from, to, pathNot = notTests) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot },
  to: { path: to },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    ...upward('src/core', core).flat(),
    ...upward('scripts', scripts).flat(),
    ...upward('src', site).flat(),
    never('schemas stand at the bottom', '^src/schemas/', '^(?:scripts|src/(?!schemas/|core/errors\\.ts))'),
    never('the core is pure', '^src/core/', '^(?:scripts|tests)/|^src/(?!core/|schemas/|data/)'),
    never(
      'the core knows no files, network, clock or environment',
      '^src/core/',
      '^(?:fs|child_process|http|https|net|os|path|process)(?:/|$)',
    ),
    never('the reader stands on the core', '^src/reader/', '^(?:scripts|tests)/|^src/(?!reader/|core/|schemas/)'),
    never('the site knows no scripts', '^src/', '^(?:scripts|tests)/'),
    never(
      'only what makes and measures the site knows its pages',
      '^scripts/(?!site/|bench/)',
      '^src/(?!core/|schemas/|reader/|data/)',
    ),
    never('the product knows no tests', '^scripts/(?!bench/|screenshots/)', '^tests/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|content|\\.astro)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
}
