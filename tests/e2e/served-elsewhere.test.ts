import { afterEach, beforeAll, expect, it } from 'vitest'
import { servedFaults } from '../../scripts/doctor/served-site.ts'
import { openProject } from '../../scripts/io/project.ts'
import { openTransport } from '../../scripts/transport.ts'
import { site as form } from '../../src/schemas/site.ts'
import { type BuiltSite, oddSite } from './built-sites.ts'
import { serve } from './serve.ts'

let site: BuiltSite
let stop = () => {}

beforeAll(async () => {
  site = await oddSite()
})
afterEach(() => stop())

/** What is wrong with the site where it is served below `base`. */
async function faultsBelow(base: string) {
  const served = await serve({ dist: site.dist, base })
  stop = served.stop
  const { http, close } = await openTransport(openProject(), form.parse({}), { force: true, unkept: true })
  try {
    return await servedFaults(new URL(base, served.origin), http)
  } finally {
    close()
  }
}

it('finds nothing wrong with a site that is served where it was built for', async () => {
  expect(site.base).toBe('/repo/')
  expect(await faultsBelow('/repo/')).toEqual([])
})

it.each(['/', '/other/', '/repo/deeper/'])(
  'names the base path of a site for /repo/ that is served below %s',
  async (base) => {
    const [wrong, missing] = await faultsBelow(base)
    expect(wrong).toMatchObject({
      fault: 'wrong-base',
      text: expect.stringContaining(`begin with /repo/ instead of ${base}`),
    })
    expect(missing).toMatchObject({ fault: 'out-of-reach', text: expect.stringMatching(/\/repo\/_astro\/\S+\.js/) })
  },
)
