import { about, type Condition, valueAt } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is, within } = about('endocrine')
const diabetic = is('diabetes')
const recentComa = within('lastDiabeticComaOn', 1)

/**
 * "Never a coma" (null) is an answer once diabetes itself is answered; while neither is recorded
 * nobody has asked.
 */
const comaWithinMonth: Condition = {
  reads: [...diabetic.reads, ...recentComa.reads],
  judge(facts) {
    const coma = recentComa.judge(facts)
    const dated = valueAt(facts.findings, 'lastDiabeticComaOn') !== undefined
    if (dated && coma.holds === false) return coma
    const diabetes = diabetic.judge(facts)
    return diabetes.holds === true ? coma : diabetes
  },
}

export const endocrineRules: readonly RuleRow[] = [
  {
    id: 'endocrine.diabetic-coma',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Đái tháo đường có hôn mê do đái tháo đường trong vòng 1 tháng qua.',
      en: 'Diabetes with a diabetic coma within the last month.',
    },
    disqualifies: comaWithinMonth,
  },
]
