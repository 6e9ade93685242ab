import type { JobHandlers } from '../platform/jobs.ts'
import { closeAppointments } from './appointment-commands.ts'
import { forgetOldLists } from './group-commands.ts'

/** What the clock does at the front desk. */
export function appointmentJobs(): JobHandlers {
  return {
    'close-appointments': async (deps) => {
      await closeAppointments(deps)
      await forgetOldLists(deps)
    },
  }
}

/** Hourly: the first after midnight closes the day, and a night without a server is made up for. */
export const appointmentCron = '37 * * * * close-appointments'
