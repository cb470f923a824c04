import { describe, expect, it } from 'vitest'
import { loadMesh } from '../../../scripts/io/language.ts'

const mesh = loadMesh()
const names = (name: string, of: 'under' | 'children' | 'parents') =>
  mesh[of](mesh.heading(name)!).map((heading) => heading.name)

describe('the tree of medical subject headings', () => {
  it.each([
    ['angiotensin-converting enzyme inhibitors', 'Angiotensin-Converting Enzyme Inhibitors'],
    ['peptic oesophagitis', 'Esophagitis, Peptic'],
    ['Esophagitis, Peptic', 'Esophagitis, Peptic'],
    ['hospital', 'Hospitals'],
    ['malarias, vivax', 'Malaria, Vivax'],
  ])('finds %s', (name, heading) => expect(mesh.heading(name)?.name).toBe(heading))

  it('knows no heading of a word that is none', () => expect(mesh.heading('codestral')).toBeNull())

  it('knows what lies under and over a heading', () => {
    expect(names('malaria', 'children')).toContain('Malaria, Vivax')
    expect(names('vivax malaria', 'parents')).toEqual(['Malaria'])
    expect(names('heart diseases', 'under')).toContain('Myocardial Infarction')
  })

  it('holds every heading of the edition', () => expect([...mesh.all()].length).toBe(27_453))
})
