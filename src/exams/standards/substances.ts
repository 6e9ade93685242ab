import type { Text } from '../../core/text.ts'
import { fill } from '../../core/text.ts'
import { about, type Condition, numberAt, valueAt } from '../condition.ts'
import { type AlcoholUnit, screenedDrugs } from '../findings.ts'
import type { RuleRow } from '../standard.ts'

const { is, oneOf } = about('substances')

const positive: Text = {
  vi: 'Xét nghiệm ma túy dương tính: {drug}.',
  en: 'Drug screen positive: {drug}.',
}

/** Alcohol is measured only when the doctor orders it, so no value is an answer. */
const alcoholOverLimit: Condition = {
  reads: ['alcohol.value', 'alcohol.unit'],
  judge({ findings, alcoholLimits }) {
    const value = numberAt(findings, 'alcohol.value')
    if (value === undefined) return { holds: false }
    return { holds: value > alcoholLimits[valueAt(findings, 'alcohol.unit') as AlcoholUnit] }
  },
}

export const substancesRules: readonly RuleRow[] = [
  ...screenedDrugs.map(
    (drug): RuleRow => ({
      id: `substances.${drug}`,
      groups: [1, 2, 3],
      verified: 'old',
      message: fill(positive, { drug }),
      disqualifies: oneOf(drug, 'positive'),
    }),
  ),
  {
    // The limit itself is configuration, zero unless set.
    id: 'substances.alcohol',
    groups: [1, 2, 3],
    verified: 'recalled',
    message: { vi: 'Nồng độ cồn vượt mức cho phép.', en: 'Alcohol over the limit.' },
    disqualifies: alcoholOverLimit,
  },
  {
    id: 'substances.impairing-medicine',
    groups: [2, 3],
    verified: 'old',
    message: {
      vi: 'Đang dùng thuốc làm giảm sự tỉnh táo.',
      en: 'Uses medicines that impair alertness.',
    },
    disqualifies: is('impairingMedicine'),
  },
  {
    id: 'substances.stimulant-abuse',
    groups: [2, 3],
    verified: 'old',
    message: {
      vi: 'Lạm dụng chất kích thần hoặc chất gây ảo giác.',
      en: 'Abuse of stimulants or hallucinogens.',
    },
    disqualifies: is('stimulantOrHallucinogenAbuse'),
  },
]
