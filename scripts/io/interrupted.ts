import { TouchstoneError } from '../../src/core/errors.ts'

/** The error of a run that was stopped by its user. */
export function interrupted(): TouchstoneError {
  return new TouchstoneError('interrupted', 'the run was stopped', {
    next: 'Run the same command again: it goes on where it was.',
  })
}
