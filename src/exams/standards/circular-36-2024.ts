import { calendarDate } from '../../core/calendar-date.ts'
import type { Section } from '../findings.ts'
import { type Rule, type RuleRow, type Standard, standardOn } from '../standard.ts'
import { bloodPressureRules } from './blood-pressure.ts'
import { cardiovascularRules } from './cardiovascular.ts'
import { endocrineRules } from './endocrine.ts'
import { entRules } from './ent.ts'
import { eyesRules } from './eyes.ts'
import { musculoskeletalRules } from './musculoskeletal.ts'
import { neurologyRules } from './neurology.ts'
import { psychiatryRules } from './psychiatry.ts'
import { respiratoryRules } from './respiratory.ts'
import { substancesRules } from './substances.ts'
import { visualFieldRules } from './visual-field.ts'

const legalReference = 'Thông tư 36/2024/TT-BYT, Phụ lục I'
const effectiveFrom = calendarDate('2025-01-01')

/** The rows of the table by specialty, in its order. */
const table = [
  ['psychiatry', 'Tâm thần', psychiatryRules],
  ['neurology', 'Thần kinh', neurologyRules],
  ['eyes', 'Mắt', [...eyesRules, ...visualFieldRules]],
  ['ent', 'Tai mũi họng', entRules],
  ['cardiovascular', 'Tim mạch', [...cardiovascularRules, ...bloodPressureRules]],
  ['respiratory', 'Hô hấp', respiratoryRules],
  ['musculoskeletal', 'Cơ xương khớp', musculoskeletalRules],
  ['endocrine', 'Nội tiết', endocrineRules],
  ['substances', 'Sử dụng thuốc, chất có cồn, ma túy và các chất hướng thần', substancesRules],
] as const satisfies readonly (readonly [Section, string, readonly RuleRow[]])[]

function rulesOf(section: Section, specialty: string, row: RuleRow): Rule[] {
  const { groups, ...rule } = row
  return groups.map((group) => ({
    ...rule,
    section,
    group,
    legalReference: `${legalReference}, ${specialty}, nhóm ${group}`,
    effectiveFrom,
  }))
}

/** In force since 2025-01-01; replaced TTLT 24/2015/TTLT-BYT-BGTVT, which is not held here. */
export const circular36of2024: Standard = {
  id: 'tt-36-2024-byt',
  legalReference,
  effectiveFrom,
  rules: table.flatMap(([section, specialty, rows]) =>
    rows.flatMap((row: RuleRow) => rulesOf(section, specialty, row)),
  ),
}

export const standards: readonly Standard[] = [circular36of2024]

export function standardInForce(on: Parameters<typeof standardOn>[1]): Standard | undefined {
  return standardOn(standards, on)
}
