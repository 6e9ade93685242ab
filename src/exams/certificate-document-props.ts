import { calendarDateOf } from '../core/calendar-date.ts'
import type { Areas } from '../patients/areas.ts'
import type { Patient } from '../patients/patient.ts'
import type { CertificateProps, PrintedDeclaration, SectionKey } from './certificate-props.ts'
import type { CertificateHead } from './certificate-repository.ts'
import type { Declaration } from './declaration.ts'
import type { Exam } from './exam.ts'
import { type Section, sections } from './findings.ts'

export type CertificateContext = {
  areas: Areas
  publicUrl: string
  /** Hand out certificates of unpaid exams too. */
  releasesUnpaid: boolean
}

/** The concluded exam as the printed form shows it. */
export function certificatePropsOf(
  exam: Exam,
  head: CertificateHead,
  context: CertificateContext,
): CertificateProps {
  const { conclusion, certificate } = exam
  if (!conclusion || !certificate) throw new Error('only a concluded exam has a certificate')
  const hold = holdOf(certificate, head, context)
  return {
    ...(hold && { hold }),
    createdAt: conclusion.concludedAt,
    facility: facilityOf(head, context.areas),
    number: certificate.number,
    person: personOf(head.patient),
    ...(head.portrait && { portrait: head.portrait }),
    licenceClass: exam.licenceClass,
    purpose: exam.purpose,
    ...declarationOf(exam),
    sections: printedSections(exam),
    conclusion: {
      outcome: conclusion.outcome,
      ...(conclusion.reason && { reason: conclusion.reason }),
      ...(conclusion.reexamineOn && { reexamineOn: conclusion.reexamineOn }),
      doctor: { name: conclusion.by, registration: conclusion.registration },
      signedAt: conclusion.concludedAt,
    },
    validUntil: certificate.validUntil,
    verification: {
      url: `${context.publicUrl}/verify/${certificate.verifyCode}`,
      code: certificate.verifyCode,
    },
  }
}

function holdOf(
  certificate: NonNullable<Exam['certificate']>,
  { facility }: CertificateHead,
  { releasesUnpaid }: CertificateContext,
): CertificateProps['hold'] {
  if (certificate.revokedAt) return 'revoked'
  return !releasesUnpaid && facility.unpaid ? 'unpaid' : undefined
}

function facilityOf({ facility }: CertificateHead, areas: Areas): CertificateProps['facility'] {
  const { name, superior, address, phone, provinceCode } = facility
  const province = areas.provinces.find(({ code }) => code === provinceCode)
  return { name, superior, address, ...(phone && { phone }), place: province?.name ?? '' }
}

function personOf(patient: Patient): CertificateProps['person'] {
  const { name, sex, birthDate, identityCard, passport, address, phone } = patient
  const paper = identityCard ?? passport
  return {
    name,
    sex,
    birthDate,
    ...(paper && {
      document: {
        kind: identityCard ? 'identity-card' : 'passport',
        number: paper.number,
        ...(paper.issuedOn && { issuedOn: paper.issuedOn }),
        ...(paper.issuedPlace && { issuedPlace: paper.issuedPlace }),
      },
    }),
    ...(address && { address: address.text }),
    ...(phone && { phone }),
  }
}

function declarationOf(exam: Exam): { declaration?: PrintedDeclaration } {
  const recorded = exam.sections.declaration
  if (!recorded) return {}
  const { family, personal, currentIllness, medicines } = recorded.findings as Declaration
  const declaration = {
    family: present(family),
    personal: present(personal),
    currentIllness,
    medicines,
    signedOn: calendarDateOf(recorded.at),
  }
  return { declaration }
}

/** Questions that were asked; null is not asked. */
function present<T>(answers: Readonly<Record<string, T | null | undefined>> | null | undefined) {
  const asked = Object.entries(answers ?? {}).flatMap(([key, value]) =>
    value == null ? [] : [[key, value] as const],
  )
  return Object.fromEntries(asked)
}

function printedSections(exam: Exam): CertificateProps['sections'] {
  const printed = sections.flatMap((section) => {
    if (section === 'declaration') return []
    const recorded = exam.sections[section]
    return recorded ? [[section, printedSection(exam, section, recorded)] as const] : []
  })
  return Object.fromEntries(printed) as CertificateProps['sections']
}

function printedSection(
  exam: Exam,
  section: Section & SectionKey,
  recorded: NonNullable<Exam['sections'][Section]>,
) {
  const { state, findings, by, registration, at } = recorded
  const against = (exam.frozenAssessment?.disqualifications ?? [])
    .filter((disqualification) => disqualification.section === section)
    .map(({ message }) => message.vi)
  return {
    findings,
    ...(state === 'signed' && {
      doctor: { name: by, ...(registration && { registration }) },
      signedOn: calendarDateOf(at),
    }),
    ...(against.length > 0 && { disqualifications: against }),
  }
}
