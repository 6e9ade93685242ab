import type { Text } from '../core/text.ts'
import type { Findings, Section } from './findings.ts'

type Vitals = NonNullable<Findings['cardiovascular']>
type Row = { rule: string; message: Text; warns: (vitals: Vitals) => boolean }

/** What the rules do not disqualify for, but a doctor should look at, in every group. */
const rows: readonly Row[] = [
  {
    rule: 'cardiovascular.hypertension-untreated',
    message: {
      vi: 'Huyết áp từ 180/100 mmHg trở lên ở người không điều trị tăng huyết áp.',
      en: 'Blood pressure 180/100 mmHg or more in a person not treated for hypertension.',
    },
    warns: ({ systolic, diastolic, hypertensionTreated }) =>
      hypertensionTreated !== true && ((systolic ?? 0) >= 180 || (diastolic ?? 0) >= 100),
  },
  {
    rule: 'cardiovascular.pulse-fast',
    message: { vi: 'Mạch trên 120 lần/phút.', en: 'Pulse over 120 a minute.' },
    warns: ({ pulse }) => (pulse ?? 0) > 120,
  },
  {
    rule: 'cardiovascular.pulse-slow',
    message: { vi: 'Mạch dưới 50 lần/phút.', en: 'Pulse under 50 a minute.' },
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
