import { sha256 } from '../hash.ts'
import { stableJson } from '../stable-json.ts'

/**
 * The value with a seal over all its other fields, as the program writes it into content. A seal shows that a file was
 * changed by hand, by accident or by a merge; it is no signature, and whoever wants to deceive can make a new one.
 */
export function sealed<T extends object>(value: T): T & { seal: string } {
  const { seal: _, ...rest } = value as T & { seal?: string }
  return { ...(rest as T), seal: sha256(stableJson(rest)) }
}

/** Whether a value read from a file is what was sealed; true where it has no seal. */
export function sealHolds(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || !('seal' in value)) return true
  return sealed(value).seal === value.seal
}
