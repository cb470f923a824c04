import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { TouchstoneError } from '../../../src/core/errors.ts'
import type { Site } from '../../../src/schemas/site.ts'
import type { Model } from './ask.ts'
import { patientFetch } from './patient-fetch.ts'

type Settings = NonNullable<Site['llm']>

const nowhere = 'http://127.0.0.1:9/v1'

function openAiAt(name: string, baseURL: string, model: string, apiKey: string | undefined): Model {
  return createOpenAICompatible({
    name,
    baseURL,
    supportsStructuredOutputs: true,
    ...(apiKey ? { apiKey } : {}),
    fetch: patientFetch,
  })(model)
}

/** Every provider by name. Keys come from the environment and go nowhere else. */
const providers: Readonly<Record<Settings['provider'], (settings: Settings, env: NodeJS.ProcessEnv) => Model>> = {
  'openai-compatible': ({ model, baseUrl }, env) => {
    const address = env.TOUCHSTONE_LLM_URL ?? baseUrl
    if (!address)
      throw new TouchstoneError('site-invalid', 'an OpenAI-compatible model needs its address', {
        where: 'site.yaml llm.baseUrl',
        next: 'A local server is, for example, http://127.0.0.1:11434/v1.',
      })
    return openAiAt('openai-compatible', address, model, env.TOUCHSTONE_LLM_KEY ?? env.OPENAI_API_KEY)
  },
  // Nobody is asked but a server that TOUCHSTONE_LLM_URL names, when answers are to be recorded.
  recorded: ({ model }, env) => openAiAt('recorded', env.TOUCHSTONE_LLM_URL ?? nowhere, model, env.TOUCHSTONE_LLM_KEY),
  anthropic: ({ model, baseUrl }, env) => {
    const apiKey = env.TOUCHSTONE_LLM_KEY ?? env.ANTHROPIC_API_KEY
    const address = env.TOUCHSTONE_LLM_URL ?? baseUrl
    return createAnthropic({
      ...(apiKey ? { apiKey } : {}),
      ...(address ? { baseURL: address } : {}),
      fetch: patientFetch,
    })(model)
  },
}

/** The model that the settings name. @throws TouchstoneError `engine-missing`, `site-invalid` */
export function modelOf(settings: Site['llm'], env: NodeJS.ProcessEnv = process.env): Model {
  if (!settings)
    throw new TouchstoneError('engine-missing', 'no model is named', {
      where: 'site.yaml llm',
      next: 'Name one: llm: {provider: openai-compatible, model: NAME, baseUrl: http://127.0.0.1:11434/v1}. Keys come from TOUCHSTONE_LLM_KEY.',
    })
  return providers[settings.provider](settings, env)
}
