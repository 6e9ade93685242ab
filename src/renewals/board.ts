import type { CalendarDate } from '../core/calendar-date.ts'
import { type CaseState, type HoldReason, isClosed } from './renewal-case.ts'
import type { TransmissionState } from './transmission.ts'

/** Which part of the work a list shows. */
export const boardFilters = ['attention', 'open', 'all'] as const
export type BoardFilter = (typeof boardFilters)[number]

/** What needs a hand stands longest first and has no further pages: it is worked off from the top. */
export function newestFirst(filter: BoardFilter): boolean {
  return filter !== 'attention'
}

export type TransmissionLine = {
  id: string
  state: TransmissionState
  missing: readonly string[]
  attempts: number
  lastAnswer?: string | undefined
  dueAt: Date
  updatedAt: Date
}

/** One line of the licence desk's list: a case, or a certificate on its way that has none. */
export type BoardLine = {
  examId: string
  personName: string
  birthDate: CalendarDate
  licenceClass: string
  certificateNumber: string
  transmission?: TransmissionLine | undefined
  case?:
    | {
        id: string
        state: CaseState
        missing: readonly string[]
        holdReason?: HoldReason | undefined
        dossierCode?: string | undefined
        lastAnswer?: string | undefined
        /** What a person or the authority wrote with its last step. */
        note?: string | undefined
        updatedAt: Date
      }
    | undefined
}

/** How many lines stand behind each filter of one list; undefined: very many. */
export type BoardCounts = Record<BoardFilter, number | undefined>

/** Waiting longer than this without an answer is shown as something to look at. */
export const LATE_AFTER_MINUTES = 15

/** Since when a line has stood where it stands; nobody waits for what has ended. */
export function stoodSince({ case: held, transmission }: BoardLine): Date | undefined {
  const waits = transmission && !arrivedOrEnded(transmission)
  if (!waits && (!held || isClosed(held.state))) return undefined
  return waits ? transmission.updatedAt : (held?.updatedAt ?? transmission?.updatedAt)
}

/** The certificate is not there yet, so its deadline still counts. */
export function countsDown({ transmission }: BoardLine): boolean {
  return transmission !== undefined && !arrivedOrEnded(transmission)
}

/** Nothing moves it any more until a person does something. */
export function isStuck(transmission: TransmissionLine | undefined): boolean {
  return ['unknown', 'rejected', 'needs-data'].includes(transmission?.state ?? '')
}

function arrivedOrEnded({ state }: TransmissionLine): boolean {
  return state === 'accepted' || state === 'cancelled'
}
