import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { TouchstoneError } from '../../../src/core/errors.ts'
import type { Site } from '../../../src/schemas/site.ts'
import type { Model } from './ask.ts'

type Settings = NonNullable<Site['llm']>

/** Every provider by name. Keys come from the environment and go nowhere else. */
const providers: Readonly<Record<Settings['provider'], (settings: Settings, env: NodeJS.ProcessEnv) => Model>> = {
  'openai-compatible': ({ model, baseUrl }, env) => {
    const address = env.TOUCHSTONE_LLM_URL ?? baseUrl
    if (!address)
      throw new TouchstoneError('site-invalid', 'an OpenAI-compatible model needs its address', {
        where: 'site.yaml llm.baseUrl',
        next: 'A local server is, for example, http://127.0.0.1:11434/v1.',
      })
    const apiKey = env.TOUCHSTONE_LLM_KEY ?? env.OPENAI_API_KEY
    return createOpenAICompatible({
      name: 'openai-compatible',
      baseURL: address,
      supportsStructuredOutputs: true,
      ...(apiKey ? { apiKey } : {}),
    })(model)
  },
  anthropic: ({ model, baseUrl }, env) => {
    const apiKey = env.TOUCHSTONE_LLM_KEY ?? env.ANTHROPIC_API_KEY
    const address = env.TOUCHSTONE_LLM_URL ?? baseUrl
    return createAnthropic({ ...(apiKey ? { apiKey } : {}), ...(address ? { baseURL: address } : {}) })(model)
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
