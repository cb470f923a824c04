import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'

const ris = (more: string) => `TY  - JOUR\nTI  - Copper\nAU  - Smith, Ann\nAU  - WHO\n${more}ER  - \n`

/** Runs `parse` on files of these contents. */
async function parse(source: string, contents: Record<string, string>) {
  return inFolder(async (folder) => {
    const paths = await Promise.all(
      Object.entries(contents).map(async ([name, text]) => {
        await writeFile(join(folder, name), text)
        return join(folder, name)
      }),
    )
    return touchstone(folder, ['parse', '--source', source, ...paths])
  })
}

describe('npm run parse', () => {
  it('prints the works of several library files as one list and tells what it rejects', async () => {
    const more =
      'PY  - 2015\nJF  - J Hosp Infect\nDO  - https://doi.org/10.1000/ABC\nAB  - Clean.\nUR  - https://example.org/a\n'
    const ended = await parse('library', { 'a.ris': ris(more), 'b.ris': `${ris('')}TY  - JOUR\nER  - \n` })
    expect(ended.code).toBe(0)
    const authors = [{ family: 'Smith', given: 'Ann' }, { literal: 'WHO' }]
    expect(JSON.parse(ended.stdout)).toEqual([
      {
        title: 'Copper',
        doi: '10.1000/abc',
        year: 2015,
        authors,
        abstract: 'Clean.',
        venue: 'J Hosp Infect',
        type: 'article-journal',
        ids: { doi: '10.1000/abc' },
        url: 'https://example.org/a',
      },
      {
        title: 'Copper',
        doi: null,
        year: null,
        authors,
        abstract: null,
        venue: null,
        type: 'article-journal',
        ids: {},
        url: null,
      },
    ])
    expect(ended.stderr).toMatch(/^rejected \S+b\.ris:6: no-title-no-identifier: .+\n$/)
  })

  it('prints what the library says of the standing of a work, and which record is a notice', async () => {
    const ended = await parse('library', {
      'a.ris': ris('M3  - Retracted Publication\n'),
      'b.bib': '@article{a, title={Erratum to: Copper surfaces}, author={Smith, Ann}, year={2016}}',
      'c.csv': 'Title,Authors,Document Type\nRETRACTED: Zinc,"Lee, K.",Retracted\nIron,"Lee, K.",Article\n',
    })
    const said = JSON.parse(ended.stdout).map(({ standing = null, notice = null }: Record<string, unknown>) => [
      standing,
      notice,
    ])
    expect(said).toEqual([
      [{ state: 'retracted', source: 'library' }, null],
      [null, { kind: 'correction', of: { title: 'Copper surfaces' }, sure: true }],
      [{ state: 'retracted', source: 'library' }, null],
      [null, null],
    ])
  })

  it('prints an empty list for a body without works', async () => {
    const body = '{"status":"ok","message-type":"work-list","message":{"total-results":0,"items":[]}}'
    expect(await parse('crossref', { 'body.json': body })).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
  })

  it.each([
    ['crossref', '{"results":[]}', 'file-format-mismatch'],
    ['crossref', '<html><title>502 Bad Gateway</title></html>', 'source-error-body'],
    ['library', '%PDF-1.7', 'file-format-unknown'],
    ['scholar', '{}', 'source-unknown'],
  ])('ends with a named error: %s, %s', async (source, body, code) => {
    const ended = await parse(source, { body })
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toMatch(new RegExp(`^error ${code}: `))
  })

  it('tells every file that cannot be read', async () => {
    const ended = await parse('crossref', { a: '', b: 'x' })
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toMatch(/file-format-mismatch[\s\S]*file-empty|file-empty[\s\S]*file-format-mismatch/)
  })
})
