import { calendarDateOf, parseCalendarDate } from '../core/calendar-date.ts'
import type { Patient } from '../patients/patient.ts'
import type {
  CertificateProps,
  PrintedDeclaration,
  PrintedSection,
  SectionKey,
  SectionParts,
} from './certificate-props.ts'
import type { Exam, RecordedSection } from './exam.ts'
import type { Declaration } from './findings.ts'
import type { Assessment } from './fitness.ts'

/** Whom and by whom: what the certificate says beside the exam itself. */
export type CertificateHead = {
  patient: Patient
  portrait?: Uint8Array
  facility: { name: string; superior: string; address: string; phone?: string }
}

type Printing = {
  exam: Exam
  head: CertificateHead
  /** What the rules say now, or said when the doctor signed. */
  assessment: Assessment
  at: Date
  publicUrl: string
  hold?: 'unpaid' | undefined
}

/** The exam as its certificate prints it; before the conclusion it is a draft. */
export function certificateOf(printing: Printing): CertificateProps {
  const { exam, head, at } = printing
  const { conclusion, certificate } = exam
  const hold = holdOf(printing)
  return {
    ...(hold && { hold }),
    createdAt: conclusion?.concludedAt ?? at,
    facility: { ...head.facility, place: placeOf(head.facility.address) },
    person: personOf(head.patient),
    ...(head.portrait && { portrait: head.portrait }),
    licenceClass: exam.licenceClass,
    purpose: exam.purpose,
    ...(exam.sections.declaration && { declaration: declarationOf(exam.sections.declaration) }),
    sections: sectionsOf(printing),
    ...(conclusion && { conclusion: conclusionOf(conclusion) }),
    ...(certificate && issuedOf(certificate, printing.publicUrl)),
  }
}

function holdOf({ exam, hold }: Printing): CertificateProps['hold'] {
  if (!exam.conclusion) return 'draft'
  return exam.certificate?.revokedAt ? 'revoked' : hold
}

export function personOf(patient: Patient): CertificateProps['person'] {
  const { identityCard, passport, address, phone } = patient
  const paper = identityCard ?? passport
  return {
    name: patient.name,
    sex: patient.sex,
    birthDate: patient.birthDate,
    ...(paper && {
      document: {
        kind: identityCard ? ('identity-card' as const) : ('passport' as const),
        number: paper.number,
        ...(paper.issuedOn && { issuedOn: paper.issuedOn }),
        ...(paper.issuedPlace && { issuedPlace: paper.issuedPlace }),
      },
    }),
    ...(address && { address: address.text }),
    ...(phone && { phone }),
  }
}

function declarationOf({ findings, state, at }: RecordedSection): PrintedDeclaration {
  const { signedAt, note: _, ...said } = findings as Declaration
  const signed = signedAt ? dayOf(signedAt) : state === 'signed' ? calendarDateOf(at) : undefined
  return { ...said, ...(signed && { signedOn: signed }) }
}

/** A day as it was written, or the day in Vietnam of an instant. */
function dayOf(text: string) {
  return parseCalendarDate(text) ?? calendarDateOf(new Date(text))
}

function sectionsOf({ exam, assessment }: Printing): CertificateProps['sections'] {
  const printed = Object.entries(exam.sections).flatMap(([name, recorded]) => {
    if (name === 'declaration') return []
    const grounds = assessment.disqualifications.filter(({ section }) => section === name)
    return [
      [
        name,
        sectionOf(
          recorded,
          grounds.map(({ message }) => message.vi),
        ),
      ],
    ]
  })
  return Object.fromEntries(printed)
}

function sectionOf(
  { findings, by, registration, state, at }: RecordedSection,
  disqualifications: readonly string[],
): PrintedSection<SectionKey> {
  return {
    findings: findings as SectionParts[SectionKey],
    doctor: { name: by, ...(registration && { registration }) },
    ...(state === 'signed' && { signedOn: calendarDateOf(at) }),
    disqualifications,
  }
}

function conclusionOf(conclusion: NonNullable<Exam['conclusion']>) {
  const { outcome, reason, reexamineOn, by, registration, concludedAt } = conclusion
  return {
    outcome,
    ...(reason && { reason }),
    ...(reexamineOn && { reexamineOn }),
    doctor: { name: by, registration },
    signedAt: concludedAt,
  }
}

function issuedOf(
  { number, verifyCode, validUntil }: NonNullable<Exam['certificate']>,
  url: string,
) {
  const verification = { url: `${url}/verify/${verifyCode}`, code: verifyCode }
  return { number, validUntil, verification }
}

/** `…, thành phố Đà Nẵng` → `Đà Nẵng`: the place before the date of a Vietnamese document. */
export function placeOf(address: string): string {
  const last = address.split(',').at(-1)?.trim() ?? ''
  return last.replace(/^(thành phố|tỉnh|tp\.?)\s+/i, '')
}
