import type { CaseState, HoldReason } from './renewal-case.ts'
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
        updatedAt: Date
      }
    | undefined
}

/** Waiting longer than this without an answer is shown as something to look at. */
export const LATE_AFTER_MINUTES = 15

/** Since when a line has stood where it stands. */
export function stoodSince({ case: held, transmission }: BoardLine): Date | undefined {
  const waits = transmission && transmission.state !== 'accepted'
  return waits ? transmission.updatedAt : (held?.updatedAt ?? transmission?.updatedAt)
}

/** The certificate is not there yet, so its deadline still counts. */
export function countsDown({ transmission }: BoardLine): boolean {
  return (
    transmission !== undefined &&
    transmission.state !== 'accepted' &&
    transmission.state !== 'cancelled'
  )
}
