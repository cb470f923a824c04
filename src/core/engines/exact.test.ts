import { expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { frameReader } from '../frames/reader.ts'
import { type Assessment, type Engine, noMatch } from './engine.ts'
import { exactEngine } from './exact.ts'

const reader = frameReader(openLanguage())
const saying = (stance: Assessment['stance']): Engine => ({
  id: 'any',
  version: '1',
  assess: () => ({ ...noMatch(1, 'llm'), stance, fit: 'same', score: 0.95, best: [0] }),
})
const assess = (stance: Assessment['stance'], claim: string, ...sentences: string[]) =>
  exactEngine(saying(stance), reader).assess(claim, { title: '', sentences })

it('takes support away where a slot differs, and names the slot', async () => {
  const held = await assess('supports', 'Heparin reduced clots.', 'Warfarin reduced clots.')
  expect(held).toMatchObject({ stance: 'neutral', reasons: [expect.stringMatching(/^exposure: .*warfarin/i)] })
})

it('finds support where every slot agrees although the engine saw none', async () => {
  const held = await assess('neutral', 'Mulch reduced weeds.', 'Weeds were reduced by mulch.')
  expect(held).toMatchObject({ stance: 'supports' })
})

it('calls a denial of the same a refutation by rule, and an estimate on the other side one by number', async () => {
  const denied = await assess('supports', 'Yoga prevents falls.', 'Yoga does not prevent falls.')
  expect(denied).toMatchObject({ stance: 'refutes', basis: 'rule' })
  const turned = await assess('supports', 'Tea was linked to gout (OR 1.4).', 'Tea was linked to gout (OR 0.6).')
  expect(turned).toMatchObject({ stance: 'refutes', basis: 'number' })
})

it('sets a refutation aside where something else was done, or done otherwise', async () => {
  const claim = 'Lime at 40 g per plant slowed the wilt of dahlias.'
  const dose = await assess('refutes', claim, 'Lime at 400 g per plant slowed the wilt of dahlias.')
  expect(dose).toMatchObject({ stance: 'neutral', reasons: [expect.stringMatching(/^dose: .*400 g.*40 g/)] })
  const kept = await assess('refutes', claim, 'Lime at 40 g per plant hastened the wilt of dahlias.')
  expect(kept.stance).toBe('refutes')
})

it('leaves a sentence that shares little with the claim to the engine', async () => {
  const far = await assess(
    'supports',
    'Tea improved sleep.',
    'Adults who drank two cups before bed rested longer on most nights.',
  )
  expect(far.stance).toBe('supports')
})
