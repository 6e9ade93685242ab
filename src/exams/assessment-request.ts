import { z } from 'zod'
import type { CalendarDate } from '../core/calendar-date.ts'
import { invalid } from '../core/errors.ts'
import { daySchema } from './day.ts'
import { datesAfter, type Findings, sectionSchemas } from './findings.ts'
import { type AlcoholLimits, type Assessment, assess } from './fitness.ts'
import { licenceClasses } from './licence-class.ts'
import { words } from './words.ts'

type Sections = typeof sectionSchemas
type OrNull = { [S in keyof Sections]: z.ZodOptional<z.ZodNullable<Sections[S]>> }

/** In findings null is what was not measured, a whole section too. */
const orNull = Object.fromEntries(
  Object.entries(sectionSchemas).map(([section, schema]) => [section, schema.nullish()]),
) as unknown as OrNull

/** What the machine API asks: the declaration is accepted and ignored. */
export const assessmentRequest = z
  .strictObject({
    licenceClass: z.enum(licenceClasses),
    on: daySchema,
    disabledApplicant: z.boolean().optional(),
    convertedFromA1: z.boolean().optional(),
    findings: z.strictObject({ ...orNull, declaration: z.unknown().optional() }),
  })
  .superRefine(({ licenceClass, convertedFromA1 }, context) => {
    if (!convertedFromA1 || licenceClass === 'A') return
    const params = { code: 'only-with-class-a', text: words.onlyWithClassA }
    context.addIssue({ code: 'custom', path: ['convertedFromA1'], params })
  })
export type AssessmentRequest = z.infer<typeof assessmentRequest>

export function assessRequest(
  request: AssessmentRequest,
  alcoholLimits?: AlcoholLimits,
): Assessment {
  const { declaration: _ignored, ...sent } = request.findings
  const findings = Object.fromEntries(
    Object.entries(sent).filter(([, section]) => section != null),
  ) as Findings
  const on = request.on as CalendarDate
  const errors = datesAfter(findings, on, { at: '/findings' })
  if (errors.length > 0) throw invalid(errors)
  return assess(request, findings, on, alcoholLimits)
}
