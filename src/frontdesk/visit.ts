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
  sections: number
  signed: number
  openedAt: Date
}

export function mayHaveLink(visit: Visit): boolean {
  return visit.state !== 'cancelled'
}

/** A new link's last moment. */
export function linkExpiry(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000)
}
