import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { claimHash } from '../../src/core/changes/versions.ts'
import { type ClaimsFile, claimsFile } from '../../src/schemas/claim.ts'
import { type BuiltSite, type OddContent, oddSite } from './built-sites.ts'
import { past, turnedClaim } from './past-content.ts'

let site: BuiltSite<OddContent>
let claims: ClaimsFile['claims']

beforeAll(async () => {
  site = await oddSite()
  const text = await readFile(join(site.content, 'claims', `${site.facts.slug}.json`), 'utf8')
  claims = claimsFile.parse(JSON.parse(text)).claims
})

const read = (path: string) => readFile(join(site.dist, path), 'utf8')
const page = (path: string) => read(join(path, 'index.html'))

describe('an old address', () => {
  it('of a claim that was taken out tells what it said, why it went and on what it rested', async () => {
    const html = await page(`claims/${past.claim}`)
    expect(html).toContain('What it said &lt;b&gt;once&lt;/b&gt;.')
    expect(html).toContain('This claim was taken out on 30 November 2025')
    expect(html).toContain('Its paper is gone.')
    expect(html).toContain('name="robots" content="noindex"')
    expect(await read(`claims/${past.claim}/claim.md`)).toContain('This claim was taken out on 30 November 2025')
  })

  it('of a claim that was joined with another leads to that one', async () => {
    const html = await page(`claims/${past.joined}`)
    expect(html).toContain('Another claim says the same now')
    expect(html).toContain(`href="/repo/claims/${claims[0]!.id}/"`)
  })

  it('of a finding that was taken apart tells why, and leads to the one that holds its claims', async () => {
    const html = await page(`findings/${past.finding}`)
    expect(html).toContain('What two papers said &lt;b&gt;once&lt;/b&gt;.')
    expect(html).toContain('This finding was taken apart on 2 December 2025')
    expect(html).toMatch(/href="\/repo\/findings\/f-[0-9a-f]{16}\/"/)
    expect(html).toContain('name="robots" content="noindex"')
    expect(await read(`findings/${past.finding}/finding.md`)).toContain('Its claims are told with another finding.')
  })

  it('of a place within a report leads to the same place still', async () => {
    const html = await page(`reports/${site.facts.slug}`)
    for (const { id } of claims) expect(html).toContain(`id="claim-${id}"`)
    for (const id of ['answer', 'findings', 'matrix', 'flow', 'panel', 'changes', 'references', 'cite'])
      expect(html).toContain(`id="${id}"`)
  })

  it('of a report that was taken down lists its last claims, and its feed says so', async () => {
    const html = await page(`reports/${past.report}`)
    expect(html).toContain('This report was taken down on 24 December 2025')
    expect(html).toContain(`href="/repo/claims/${past.reportClaim}/"`)
    expect(await read(`reports/${past.report}/feed.xml`)).toContain('Report removed')
    expect(await page(`reports/${past.report}/ledger`)).toContain(`url=/repo/reports/${past.report}/`)
  })

  it('of a paper that nobody meets any more says what it was', async () => {
    const html = await page(`papers/${past.paper}`)
    expect(html).toContain('10.5555/gone.1')
    expect(html).toContain(`href="/repo/claims/${past.claim}/"`)
  })

  it('of a topic without questions leads to those that it had', async () => {
    expect(await page('topics/phrenology')).toContain(`href="/repo/reports/${site.facts.slug}/"`)
  })
})

describe('the permalink of a claim', () => {
  it('shows the claim as it was, and that and why it has changed since', async () => {
    const first = turnedClaim(claims)
    const html = await page(`claims/${first.id}/${claimHash({ ...first, verdict: 'supported', confidence: 0.91 })}`)
    expect(html).toContain('It has changed since, on 15 January 2026')
    expect(html).toContain('A paper it rested on was retracted.')
    expect(html).toMatch(/91.% sure/)
    expect(html).toContain(`href="/repo/claims/${first.id}/"`)
    expect(await page(`claims/${first.id}`)).toContain('from 30 November 2025 to 15 January 2026')
  })

  it('leads to the claim while it stands as it was cited', async () => {
    const first = claims[0]!
    const html = await page(`claims/${first.id}`)
    const cited = /href="[^"]*?(\/repo\/claims\/c-[0-9a-f]+\/[0-9a-f]{12}\/)" rel="bookmark"/.exec(html)?.[1]
    expect(cited).toBe(`/repo/claims/${first.id}/${claimHash(first)}/`)
    expect(await page(cited!.slice('/repo/'.length))).toContain(`url=/repo/claims/${first.id}/`)
  })
})
