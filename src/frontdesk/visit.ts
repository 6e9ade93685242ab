/** One stay at the centre, from the reception desk to the last signature. */
export const visitStates = ['arrived', 'in-progress', 'finished', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

export type Visit = {
  id: string
  version: number
  patientId: string
  state: VisitState
  startedAt: Date
  endedAt?: Date
  /** Until when the patient's link opens; absent when there is none. */
  linkExpiresAt?: Date
}

/** An exam as the front desk sees it: which, what for, how far. */
export type VisitExam = {
  examId: string
  visitId: string
  licenceClass: string
  purpose: string
  state: string
  visitState: VisitState
  /** Sections with something in them, and those that are signed. */
  sections: number
  signed: number
  openedAt: Date
  firstRecordedAt: Date | null
  lastRecordedAt: Date | null
  concludedAt: Date | null
}

/** The bill and the renewal case of a visit, as far as they exist. */
export type VisitBill = { id: string; state: string; issuedAt: Date; balancedAt: Date | null }
export type VisitCase = { id: string; state: string }

/** Nobody has to wait any more for a visit that is over. */
export function isRunning(state: VisitState): boolean {
  return state === 'arrived' || state === 'in-progress'
}

export function mayHaveLink(visit: Visit): boolean {
  return visit.state !== 'cancelled'
}

/** A new link's last moment. */
export function linkExpiry(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000)
}
