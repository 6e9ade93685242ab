import type { Text } from '../core/text.ts'
import { cautionWords } from './caution-words.ts'
import type { Findings, Section } from './findings.ts'

type Vitals = NonNullable<Findings['cardiovascular']>
type Row = {
  rule: string
  message: Text
  properties: readonly (keyof Vitals)[]
  warns: (vitals: Vitals) => boolean
}

/** What the rules do not disqualify for, but a doctor should look at, in every group. */
const rows: readonly Row[] = [
  {
    rule: 'cardiovascular.hypertension-untreated',
    message: cautionWords.pressureUntreated,
    properties: ['systolic', 'diastolic'],
    warns: ({ systolic, diastolic, hypertensionTreated }) =>
      hypertensionTreated !== true && ((systolic ?? 0) >= 180 || (diastolic ?? 0) >= 100),
  },
  {
    rule: 'cardiovascular.pulse-fast',
    message: cautionWords.pulseFast,
    properties: ['pulse'],
    warns: ({ pulse }) => (pulse ?? 0) > 120,
  },
  {
    rule: 'cardiovascular.pulse-slow',
    message: cautionWords.pulseSlow,
    properties: ['pulse'],
    warns: ({ pulse }) => (pulse ?? 50) < 50,
  },
]

export function cautionsOf(
  findings: Findings,
): { rule: string; section: Section; message: Text }[] {
  const vitals = findings.cardiovascular ?? {}
  return rows
    .filter(({ warns }) => warns(vitals))
    .map(({ rule, message }) => ({ rule, section: 'cardiovascular', message }))
}

/** The properties that a caution looks at. */
export function propertiesOfCaution(rule: string): readonly string[] {
  return rows.find((row) => row.rule === rule)?.properties ?? []
}
