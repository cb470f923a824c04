import { expect, it } from 'vitest'
import { agentName } from './agents.ts'

const agent = new RegExp(`^${agentName}$`, 'i')

it.each(['ibuprofen', 'sertraline', 'adalimumab', 'diclofenac', 'enoxaparin'])('knows %s', (name) => {
  expect(name).toMatch(agent)
})

it.each(['cholesterol', 'histidine', 'ozonide', 'pride', 'water'])('takes %s for no medicine', (word) => {
  expect(word).not.toMatch(agent)
})
