import { z } from 'zod'
import { modelStage } from './model-work.ts'

/** Names of the days of the week, Sunday first, as JavaScript counts them. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** `content/site.yaml`: the settings of the site. */
export const site = z.strictObject({
  title: z
    .string()
    .default('Touchstone')
    .describe('Name of the site; at this default, the nightly workflow takes the name of the repository'),
  tagline: z.string().default('What does the research say, and how surely?'),
  owner: z
    .string()
    .default('Touchstone')
    .describe('Person or group that publishes the site; at this default, the owner of the repository'),
  url: z
    .url()
    .default('https://example.org')
    .describe(
      'Address of the site without its base path; at this default, the nightly workflow takes address and base path from GitHub Pages',
    ),
  base: z
    .string()
    .regex(/^\/(?:[\w.-]+\/?)*$/)
    .default('/')
    .describe('Path below the address, as in /my-repository/'),
  repository: z.url().optional().describe('Address of the repository, for error reports'),
  mail: z.email().optional().describe('Address for error reports where no repository is named; it is shown on pages'),
  licence: z.string().default('CC-BY-4.0').describe('SPDX name of the licence of the text'),
  style: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'the name of a citation style, as in vancouver')
    .default('vancouver')
    .describe(
      'Citation style: apa, vancouver, ieee, nature, chicago, harvard1, mla, or one of content/styles/NAME.csl',
    ),
  locale: z
    .string()
    .regex(/^[a-z]{2}-[A-Z]{2}$/, 'a language and a country, as in en-US')
    .default('en-US')
    .describe('Language of citations: en-US, de-DE, fr-FR, es-ES, nl-NL, or one of content/styles/locales-NAME.xml'),
  engine: z
    .string()
    .regex(
      /^(?:auto|(?:lexical|nli|llm)(?:,(?:lexical|nli|llm))*)$/,
      'auto, lexical, nli, llm, or several joined by commas',
    )
    .default('auto')
    .describe(
      'Engine that compares claims with papers; several joined by commas vote; auto: lexical, and nli beside it where a local model is installed',
    ),
  nli: z
    .strictObject({
      model: z.string().min(1).describe('Name of the model, or of its folder'),
      revision: z.string().default('main').describe('Commit of the model, so that it stays the same'),
      folder: z.string().optional().describe('Folder that holds the model; nothing is fetched then'),
      dtype: z.enum(['fp32', 'fp16', 'q8', 'int8']).default('fp32').describe('Precision of the weights'),
    })
    .optional()
    .describe('Model of the nli engine'),
  llm: z
    .strictObject({
      provider: z
        .enum(['openai-compatible', 'anthropic', 'recorded'])
        .describe(
          'Who is asked: an OpenAI-compatible server, Anthropic, or nobody (recorded): then only answers kept in content/answers are used',
        ),
      model: z.string().min(1).describe('Name of the model as the provider knows it'),
      baseUrl: z.url().optional().describe('Address of the provider; a local server is one too'),
      stages: z
        .union([z.literal('all'), z.array(modelStage)])
        .default('all')
        .describe('Stages in which the model takes part: all, or a list'),
      timeout: z.number().positive().default(120).describe('Seconds that an answer may take'),
      concurrency: z.int().min(1).max(64).default(4).describe('Requests that may be under way at once'),
      budget: z
        .int()
        .positive()
        .default(2_000_000)
        .describe('Tokens that a run may use, questions and answers together'),
      price: z
        .strictObject({ input: z.number().nonnegative(), output: z.number().nonnegative() })
        .optional()
        .describe('Price of a million tokens, to tell what a run cost'),
      reviewers: z
        .array(z.enum(['skeptic', 'confirmer', 'integrator']))
        .default([])
        .describe('Roles in which the model reviews reports beside the panel'),
    })
    .optional()
    .describe('Language model; its key comes from the environment'),
  gate: z
    .strictObject({ minScore: z.number().min(1).max(10).default(6.5), minSupported: z.int().nonnegative().default(5) })
    .default({ minScore: 6.5, minSupported: 5 })
    .describe('What a report must reach to be listed as approved'),
  keepAbstracts: z.boolean().default(true).describe('Keep abstracts of others in content, to re-check quotes offline'),
  sources: z
    .record(z.string(), z.strictObject({ baseUrl: z.url().optional(), enabled: z.boolean().default(true) }))
    .default({})
    .describe('Settings of sources, by name'),
  fullText: z
    .strictObject({
      read: z
        .boolean()
        .default(false)
        .describe('Read full texts where an open copy exists; they are never kept in content'),
      mostPapers: z.int().positive().default(100).describe('Most papers of a question that are read whole'),
      mostMegabytes: z.number().positive().default(25).describe('Largest file that is fetched'),
    })
    .default({ read: false, mostPapers: 100, mostMegabytes: 25 }),
  nightly: z
    .strictObject({
      maxShrink: z
        .number()
        .min(0)
        .max(1)
        .default(0.25)
        .describe('Share of its claims or pages that a site may lose in a night and still be published'),
      publish: z
        .enum(['commit', 'pull-request'])
        .default('commit')
        .describe('Whether a night commits what changed or opens a pull request'),
      schedule: z
        .union([z.enum(['daily', 'weekly', 'monthly']), z.array(z.enum(weekdays)).min(1)])
        .default('daily')
        .describe(
          'Nights on which databases and registries are asked: daily, weekly (Mondays), monthly (the first), or days of the week as in [mon, thu]; the other nights only build',
        ),
    })
    .default({ maxShrink: 0.25, publish: 'commit', schedule: 'daily' })
    .describe('What the scheduled run does; its hour is set in .github/workflows/nightly.yml'),
  recheckDays: z.int().positive().default(30).describe('Days after which standing is asked again'),
})

export type Site = z.infer<typeof site>
export type Schedule = Site['nightly']['schedule']
