import type { Claim, Evidence } from '../../schemas/claim.ts'

/** Why a row of a model refutes: it shows no difference where its claim has an effect. */
export const findsNoDifference =
  'the model reads that it finds no difference where the claim finds one, and no rule forbids it'

/** Why a row of a model refutes: it has an effect where its claim shows no difference. */
export const findsDifference =
  'the model reads that it finds a difference where the claim finds none, and no rule forbids it'

/** Whether a row refutes the effect of a claim by showing no difference; a row that shows an effect where the claim has none does not. */
export function refutesByNoDifference({ stance, basis, reasons }: Evidence, claim: Claim, quoted: Claim): boolean {
  if (stance !== 'refutes') return false
  return basis === 'llm' ? reasons.includes(findsNoDifference) : showsNone(quoted) && !showsNone(claim)
}

function showsNone({ frame }: Claim): boolean {
  return frame?.direction?.value === 'none' || frame?.direction?.value === 'as-good'
}
