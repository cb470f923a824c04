import { type Schedule, weekdays } from '../schemas/site.ts'

/** Whole days from one day to another, both `YYYY-MM-DD`; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Whether a day, `YYYY-MM-DD`, is one on which a schedule asks the databases. */
export function fallsOn(schedule: Schedule, day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  if (schedule === 'daily') return true
  if (schedule === 'monthly') return date.getUTCDate() === 1
  const days = schedule === 'weekly' ? ['mon'] : schedule
  return days.includes(weekdays[date.getUTCDay()]!)
}
