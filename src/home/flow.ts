import { type Actor, may, type Specialty, signatory } from '../core/actor.ts'
import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import type { Dong } from '../core/money.ts'
import { type ExamState, requiredSections } from '../exams/exam.ts'
import type { Section } from '../exams/findings.ts'
import type { LicenceClass } from '../exams/licence-class.ts'
import { ownSections } from '../exams/worklist.ts'

/** One of today's people: how far the exam is and what is paid; never what was found. */
export type FlowLine = {
  visitId: string
  examId: string
  /** The day's number, once there is one. */
  number?: number
  patientId: string
  name: string
  birthDate: CalendarDate
  licenceClass: LicenceClass
  disabledApplicant: boolean
  state: ExamState
  arrivedAt: Date
  sections: Partial<Record<Section, 'draft' | 'signed'>>
  /** When something was last recorded. */
  touchedAt?: Date
  bill?: { state: 'draft' | 'issued' | 'balanced'; remaining: Dong; issuedAt: Date }
}

/** One whose conclusion is signed. */
export type DoneLine = FlowLine & {
  concludedAt: Date
  certificateNumber: string
  printedAt?: Date
}

/** What was concluded in a day. */
export type Outcomes = Record<ExamOutcome, number>

/** A record that has just been written. */
export type ConcludedLine = Pick<FlowLine, 'patientId' | 'name' | 'birthDate' | 'licenceClass'> & {
  outcome: ExamOutcome
  concludedAt: Date
}

export type WaitsFor =
  | { what: 'sections'; sections: readonly Section[] }
  | { what: 'conclusion' }
  | { what: 'payment' }

export type Waiting = { line: FlowLine; for: WaitsFor; since: Date }

/** Sections that nobody has recorded yet, in the order of the form. */
export function openSections(line: FlowLine): Section[] {
  return requiredSections(line).filter((section) => !line.sections[section])
}

/** Recorded, and by nobody who answers for it as a doctor. */
export function unsignedSections(line: FlowLine): Section[] {
  return requiredSections(line).filter(
    (section) => section !== 'declaration' && line.sections[section] === 'draft',
  )
}

/** Since when nobody has done anything with them: the last thing recorded, or their arrival. */
export function untouchedSince(line: FlowLine): Date {
  return line.touchedAt ?? line.arrivedAt
}

/** What everyone in the house waits for, whoever waits longest first. */
export function waitingLines(
  open: readonly FlowLine[],
  done: readonly DoneLine[],
): readonly Waiting[] {
  const examined = open.map((line): Waiting => {
    const sections = openSections(line)
    const waitsFor = sections.length > 0 ? { what: 'sections', sections } : { what: 'conclusion' }
    return { line, for: waitsFor as WaitsFor, since: untouchedSince(line) }
  })
  const owing = done
    .filter((line) => line.bill?.state !== 'balanced')
    .map((line): Waiting => ({ line, for: { what: 'payment' }, since: line.concludedAt }))
  return longestFirst([...examined, ...owing])
}

/** Whose certificate may be handed out now; those that nobody has printed yet first. */
export function handingOut(done: readonly DoneLine[], releasesUnpaid: boolean): DoneLine[] {
  const free = done.filter((line) => releasesUnpaid || line.bill?.state === 'balanced')
  return [...free].sort(
    (a, b) =>
      Number(a.printedAt !== undefined) - Number(b.printedAt !== undefined) ||
      a.concludedAt.getTime() - b.concludedAt.getTime(),
  )
}

/** Somebody who waits for this person's hand, and for which sections. */
export type ForMe = Waiting & { mine: readonly Section[] }

/** Who waits for this examiner or this lab; a doctor also signs what was only written down. */
export function waitingForMe(actor: Actor, open: readonly FlowLine[]): ForMe[] {
  const own = ownSpecialties(actor)
  const signs = signatory(actor) !== undefined && may(actor, 'exam:examine')
  const lines = open.flatMap((line): ForMe[] => {
    const unsigned = signs ? unsignedSections(line) : []
    const mine = requiredSections(line).filter(
      (section) => own.includes(section) && (!line.sections[section] || unsigned.includes(section)),
    )
    if (mine.length === 0) return []
    const waitsFor = { what: 'sections', sections: mine } as const
    return [{ line, for: waitsFor, since: untouchedSince(line), mine }]
  })
  return longestFirst(lines)
}

/** The specialties of this person; the declaration is the front desk's affair. */
export function ownSpecialties(actor: Actor): Section[] {
  return ownSections(actor).filter((section): section is Specialty => section !== 'declaration')
}

/** Who can be concluded now, and who lacks little. */
export function forConclusion(open: readonly FlowLine[]): {
  ready: readonly Waiting[]
  nearly: readonly (Waiting & { missing: readonly Section[] })[]
} {
  const lines = open.map((line) => ({
    line,
    missing: openSections(line),
    since: untouchedSince(line),
  }))
  const ready = lines
    .filter(({ missing }) => missing.length === 0)
    .map(({ line, since }) => ({ line, since, for: { what: 'conclusion' } as const }))
  const nearly = lines
    .filter(({ line, missing }) => missing.length > 0 && Object.keys(line.sections).length > 0)
    .map((each) => ({ ...each, for: { what: 'sections', sections: each.missing } as const }))
    .sort((a, b) => a.missing.length - b.missing.length || +a.since - +b.since)
  return { ready: longestFirst(ready), nearly }
}

function longestFirst<T extends { since: Date }>(lines: readonly T[]): T[] {
  return [...lines].sort((a, b) => a.since.getTime() - b.since.getTime())
}

/** Waiting as long as this stands out. */
export const LONG_WAIT_MINUTES = 45

export function waitsLong(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() >= LONG_WAIT_MINUTES * 60_000
}

/** Where somebody's next section is filled in. */
export function sectionHref(line: FlowLine, section: Section): string {
  return `/exams/${line.examId}/sections/${section}`
}
