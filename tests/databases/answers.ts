import type { Service } from './reply.ts'
import { arxiv } from './services/arxiv.ts'
import { crossref } from './services/crossref.ts'
import { datacite } from './services/datacite.ts'
import { dblp } from './services/dblp.ts'
import { doi } from './services/doi.ts'
import { europepmc } from './services/europepmc.ts'
import { openalex } from './services/openalex.ts'
import { pubmed } from './services/pubmed.ts'
import { semanticscholar } from './services/semanticscholar.ts'
import { unpaywall } from './services/unpaywall.ts'

/** Every loopback database by its name: what it does, and the document that says so. */
export const services: Readonly<Record<string, Service>> = {
  openalex,
  crossref,
  semanticscholar,
  arxiv,
  europepmc,
  pubmed,
  dblp,
  datacite,
  unpaywall,
  doi,
}
