import { about, ask, type Condition, known, numberAt, onlyWhen } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is } = about('cardiovascular')

/** The diastolic value lies below the systolic, so one of them can already settle the other. */
const atUpperLimit: Condition = {
  reads: ['systolic', 'diastolic'],
  judge({ findings }) {
    const systolic = numberAt(findings, 'systolic')
    const diastolic = numberAt(findings, 'diastolic')
    if ((systolic ?? 0) >= 180 || (diastolic ?? 0) >= 100) return known(true)
    const open = [
      ...(systolic === undefined ? ['systolic'] : []),
      ...(diastolic === undefined && (systolic ?? 300) > 100 ? ['diastolic'] : []),
    ]
    return open.length > 0 ? ask(...open) : known(false)
  },
}

const belowLowerLimit: Condition = {
  reads: ['systolic', 'diastolic'],
  judge({ findings }) {
    const systolic = numberAt(findings, 'systolic')
    if (systolic !== undefined) return known(systolic < 90)
    return (numberAt(findings, 'diastolic') ?? 0) >= 90 ? known(false) : ask('systolic')
  },
}

export const bloodPressureRules: readonly RuleRow[] = [
  {
    id: 'cardiovascular.hypertension-treated',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Tăng huyết áp đang điều trị mà huyết áp tâm thu từ 180 mmHg trở lên và/hoặc tâm trương từ 100 mmHg trở lên.',
      en: 'Hypertension under treatment with systolic 180 mmHg or more and/or diastolic 100 mmHg or more.',
    },
    disqualifies: onlyWhen(atUpperLimit, is('hypertensionTreated')),
  },
  {
    id: 'cardiovascular.low-pressure',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Huyết áp tâm thu dưới 90 mmHg kèm tiền sử chóng mặt, mệt mỏi, buồn ngủ hoặc ngất.',
      en: 'Systolic below 90 mmHg with a history of dizziness, fatigue, drowsiness or fainting.',
    },
    disqualifies: onlyWhen(belowLowerLimit, is('lowPressureSymptoms')),
  },
]
