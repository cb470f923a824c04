import { expect, it } from 'vitest'
import { site } from '../schemas/site.ts'
import { atHome, namesAddress, publishedAt } from './published-at.ts'

const home = publishedAt({
  TOUCHSTONE_ADDRESS: 'https://octo.github.io/living-review/',
  TOUCHSTONE_REPOSITORY: 'https://github.com/Octo/living-review',
})

it('takes address, base path, owner and title from the host where the settings leave them out', () => {
  expect(atHome(site.parse({}), home)).toMatchObject({
    url: 'https://octo.github.io',
    base: '/living-review/',
    owner: 'Octo',
    title: 'living-review',
    repository: 'https://github.com/Octo/living-review',
  })
})

it('leaves what the settings say as it is', () => {
  const own = {
    url: 'https://reviews.dorn.example.edu',
    base: '/a/',
    owner: 'Dorn group',
    title: 'Copper',
    repository: 'https://codeberg.org/dorn/copper',
  }
  expect(atHome(site.parse(own), home)).toMatchObject(own)
})

it('takes nothing where the host says nothing, or nothing that is an address', () => {
  const plain = site.parse({})
  expect(atHome(plain, publishedAt({}))).toEqual(plain)
  expect(atHome(plain, publishedAt({ TOUCHSTONE_ADDRESS: 'javascript:alert(1)', TOUCHSTONE_REPOSITORY: '' }))).toEqual(
    plain,
  )
})

it('serves a whole domain from its root', () => {
  const own = publishedAt({ TOUCHSTONE_ADDRESS: 'https://www.dorn.edu' })
  expect(atHome(site.parse({ base: '/left-over/' }), own)).toMatchObject({ url: 'https://www.dorn.edu', base: '/' })
})

it.each([
  'https://example.org',
  'https://www.example.com',
  'https://sub.example',
  'http://localhost:4321',
  'http://127.0.0.1',
])('knows that nobody publishes at %s', (url) => expect(namesAddress(url)).toBe(false))

it.each(['https://octo.github.io', 'https://example.org.uk', 'https://myexample.org'])(
  'takes %s for an address',
  (url) => expect(namesAddress(url)).toBe(true),
)
