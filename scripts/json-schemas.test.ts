import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from './json-schemas.ts'

describe('public/schemas', () => {
  it.each(jsonSchemas())(
    '$name is what the zod schema gives (else run: node scripts/json-schemas.ts)',
    async ({ name, text }) => {
      expect(await readFile(join(import.meta.dirname, '../public/schemas', name), 'utf8')).toBe(text)
    },
  )

  it('tells editors which fields a question has, and that no others exist', () => {
    const form = JSON.parse(jsonSchemas().find(({ name }) => name === 'question.json')?.text ?? '{}')
    expect(form.required).toEqual(['question', 'facets'])
    expect(form.additionalProperties).toBe(false)
    expect(form.properties.threshold.description).toContain('Relevance')
  })
})
