import { z } from 'zod'
import { type Actor, may } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { outcomes } from './conclusion.ts'
import { type Certificate, type Exam, examStates, purposes } from './exam.ts'
import { type Section, sections } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { licenceClasses } from './licence-class.ts'
import { verifications } from './standard.ts'
import { seesOutcome, visibleAssessment, visibleSections } from './visibility.ts'

const text = z.object({ vi: z.string(), en: z.string() })
const section = z.enum(sections)
const day = z.iso.date()
// One literal each: of a list in one literal the OpenAPI document would name the first alone.
const groupSchema = z.union([z.literal(1), z.literal(2), z.literal(3)])
const instant = z.iso.datetime()

export const assessmentSchema = z.object({
  standard: z.object({ id: z.string(), legalReference: z.string(), effectiveFrom: day }),
  group: groupSchema,
  outcome: z.enum(['fit', 'unfit', 'incomplete']),
  disqualifications: z.array(
    z.object({
      rule: z.string(),
      section,
      legalReference: z.string(),
      verified: z.enum(verifications),
      message: text,
      found: z.record(z.string(), z.unknown()),
    }),
  ),
  warnings: z.array(z.object({ rule: z.string(), section, message: text })),
  missing: z.array(z.object({ section, property: z.string() })),
})

export const certificateSchema = z.object({
  number: z.string(),
  verifyUrl: z.string(),
  validUntil: day,
})
export const renewalSchema = z.object({
  eligible: z.boolean(),
  reason: z.string().optional(),
  caseId: z.string().optional(),
})

const sectionSchema = z.object({
  state: z.enum(['empty', 'draft', 'signed']),
  /** Null while empty; left out for a reader who may not see it. */
  findings: z.record(z.string(), z.unknown()).nullable().optional(),
  by: z.string().optional(),
  at: instant.optional(),
})

export const conclusionSchema = z.object({
  outcome: z.enum(outcomes),
  state: z.string(),
  concludedAt: instant,
  by: z.string(),
  reason: z.string().optional(),
  reexamineOn: day.optional(),
})

/** How an exam looks to a program (api.md). */
export const examSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  patientId: z.string(),
  visitId: z.string(),
  licenceClass: z.enum(licenceClasses),
  group: groupSchema,
  purpose: z.enum(purposes),
  state: z.enum(examStates),
  heldLicence: z.record(z.string(), z.unknown()).optional(),
  delivery: z.object({ method: z.enum(['collect', 'post']), address: z.string().optional() }),
  disabledApplicant: z.boolean(),
  convertedFromA1: z.boolean(),
  createdAt: instant,
  sections: z.record(section, sectionSchema),
  assessment: assessmentSchema.optional(),
  conclusion: conclusionSchema.optional(),
  certificate: certificateSchema.optional(),
  renewal: renewalSchema,
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type PresentedExam = z.infer<typeof examSchema>

export type Reader = { actor: Actor; lang: Lang; publicUrl: string }

/** An allow-list: what is not named here leaves by no door. */
export function presentExam(exam: Exam, assessment: Assessment, reader: Reader): PresentedExam {
  const visible = visibleSections(reader.actor)
  return {
    id: exam.id,
    version: exam.version,
    patientId: exam.patientId,
    visitId: exam.visitId,
    licenceClass: exam.licenceClass,
    group: exam.group,
    purpose: exam.purpose,
    state: exam.state,
    ...(exam.heldLicence && { heldLicence: exam.heldLicence }),
    delivery: exam.delivery,
    disabledApplicant: exam.disabledApplicant,
    convertedFromA1: exam.convertedFromA1,
    createdAt: exam.createdAt.toISOString(),
    sections: Object.fromEntries(
      sections.map((name) => [name, presentSection(exam, name, visible.has(name))]),
    ) as PresentedExam['sections'],
    ...(seesOutcome(reader.actor) && outcomeParts(exam, assessment, visible, reader)),
    renewal: exam.renewal,
    warnings: exam.warnings.map(({ code, message }) => ({
      code,
      message: say(message, reader.lang),
    })),
  }
}

function outcomeParts(
  exam: Exam,
  assessment: Assessment,
  visible: ReadonlySet<Section>,
  reader: Reader,
): Pick<PresentedExam, 'assessment' | 'conclusion' | 'certificate'> {
  return {
    assessment: visibleAssessment(assessment, visible),
    ...(exam.conclusion && { conclusion: presentConclusion(exam.conclusion, reader.actor) }),
    ...(exam.certificate && { certificate: presentCertificate(exam.certificate, reader) }),
  }
}

function presentSection(exam: Exam, name: Section, visible: boolean) {
  const recorded = exam.sections[name]
  if (!recorded) return { state: 'empty' as const, ...(visible && { findings: null }) }
  const { state, findings, by, at } = recorded
  return { state, ...(visible && { findings }), by, at: at.toISOString() }
}

function presentConclusion(conclusion: NonNullable<Exam['conclusion']>, actor: Actor) {
  const { outcome, state, concludedAt, by, reason, reexamineOn } = conclusion
  return {
    outcome,
    state,
    concludedAt: concludedAt.toISOString(),
    by,
    // The reason names findings.
    ...(reason && may(actor, 'exam:findings') && { reason }),
    ...(reexamineOn && { reexamineOn }),
  }
}

export function presentCertificate(
  { number, verifyCode, validUntil }: Certificate,
  { publicUrl }: Pick<Reader, 'publicUrl'>,
): z.infer<typeof certificateSchema> {
  return { number, verifyUrl: `${publicUrl}/verify/${verifyCode}`, validUntil }
}
