import { z } from 'zod'

/** What is known of a local model before it is fetched: whose it is, under which licence, and each file with its checksum. */
export const describedModel = z.strictObject({
  name: z
    .string()
    .regex(/^[\w][\w.-]*(?:\/[\w][\w.-]*)?$/, 'a name as hubs give it: OWNER/NAME or NAME')
    .describe('Name on the hub; also its folder'),
  revision: z
    .string()
    .regex(/^[\w.-]+$/)
    .describe('Commit, so that it stays the same'),
  of: z.string().optional().describe('The model that this is a conversion of'),
  licence: z.string().min(1).describe('SPDX name of the licence'),
  dtype: z.enum(['fp32', 'fp16', 'q8', 'int8']).describe('Precision of the weights, which names their file'),
  files: z
    .array(
      z.strictObject({
        path: z.string().regex(/^(?:[\w][\w.-]*\/)*[\w][\w.-]*$/, 'a path below the folder of the model'),
        bytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
  written: z
    .record(z.string().regex(/^[\w][\w.-]*\.json$/), z.record(z.string(), z.unknown()))
    .default({})
    .describe('Settings that are no part of what is fetched: file name and content'),
})

export type DescribedModel = z.infer<typeof describedModel>

/** The package that runs a local model: name, exact version, licence, and what it takes on the disk. */
export const runtime = { name: '@huggingface/transformers', version: '4.3.1', licence: 'Apache-2.0', bytes: 470e6 }

/** Bytes of everything that is fetched. */
export function sizeOf({ files }: DescribedModel): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
