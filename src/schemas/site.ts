import { z } from 'zod'

/** `content/site.yaml`: the settings of the site. */
export const site = z.strictObject({
  title: z.string().default('Touchstone').describe('Name of the site'),
  tagline: z.string().default('What does the research say, and how surely?'),
  owner: z.string().default('Touchstone').describe('Person or group that publishes the site'),
  url: z.url().default('https://example.org').describe('Address of the site without its base path'),
  base: z
    .string()
    .regex(/^\/(?:[\w.-]+\/?)*$/)
    .default('/')
    .describe('Path below the address, as in /my-repository/'),
  repository: z.url().optional().describe('Address of the repository, for error reports'),
  licence: z.string().default('CC-BY-4.0').describe('SPDX name of the licence of the text'),
  style: z.enum(['apa', 'vancouver', 'harvard1', 'chicago', 'mla']).default('vancouver').describe('Citation style'),
  locale: z.string().default('en-US'),
  engine: z.enum(['lexical', 'nli', 'llm']).default('lexical'),
  gate: z
    .strictObject({ minScore: z.number().min(1).max(10).default(6.5), minSupported: z.int().nonnegative().default(5) })
    .default({ minScore: 6.5, minSupported: 5 })
    .describe('What a report must reach to be listed as approved'),
  keepAbstracts: z.boolean().default(true).describe('Keep abstracts of others in content, to re-check quotes offline'),
  sources: z
    .record(z.string(), z.strictObject({ baseUrl: z.url().optional(), enabled: z.boolean().default(true) }))
    .default({})
    .describe('Settings of sources, by name'),
  recheckDays: z.int().positive().default(30).describe('Days after which standing is asked again'),
})

export type Site = z.infer<typeof site>
