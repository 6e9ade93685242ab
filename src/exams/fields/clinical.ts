import { count, date, degree, flag, note, number, type SectionField, same, under } from './field.ts'

export const psychiatryFields: readonly SectionField[] = [
  flag(
    'acuteOrProgressing',
    'Đang rối loạn tâm thần cấp hoặc tiến triển',
    'Acute or progressing psychiatric illness',
  ),
  date(
    'stableSince',
    'Đã điều trị, ổn định hoàn toàn từ ngày (để trống nếu không có tiền sử)',
    'Treated and fully stable since (leave empty without a history)',
  ),
  note,
]

export const neurologyFields: readonly SectionField[] = [
  flag('epilepsy', 'Động kinh', 'Epilepsy'),
  date('lastSeizureOn', 'Cơn gần nhất (khi có động kinh)', 'Last seizure (with epilepsy)'),
  count('paralysedLimbs', 'Số chi liệt vận động', 'Paralysed limbs', 4),
  flag('extrapyramidalSyndrome', 'Hội chứng ngoại tháp', 'Extrapyramidal syndrome'),
  flag('superficialSensationDisorder', 'Rối loạn cảm giác nông', 'Superficial sensation disorder'),
  flag('deepSensationDisorder', 'Rối loạn cảm giác sâu', 'Deep sensation disorder'),
  flag('pathologicalVertigo', 'Chóng mặt do bệnh lý', 'Vertigo of pathological cause'),
  note,
]

const metres = { min: 0, max: 10, decimals: 1 }
const ears = [
  ['right', 'Tai phải', 'Right ear'],
  ['left', 'Tai trái', 'Left ear'],
] as const
const voices = [
  ['speech', 'Nói thường', 'Ordinary speech'],
  ['whisper', 'Nói thầm', 'Whisper'],
] as const

const hearing = ears.flatMap(([ear, vi, en]) =>
  voices.map(([voice, viVoice, enVoice]): SectionField => {
    const label = {
      vi: `${vi}, ${viVoice.toLowerCase()}`,
      en: `${en}, ${enVoice.toLowerCase()}`,
    }
    const cell = { row: { vi, en }, column: { vi: viVoice, en: enVoice } }
    return { ...number(`${ear}.${voice}`, label, same('m'), metres), cell, always: true }
  }),
)

export const entFields: readonly SectionField[] = [
  ...under('Sức nghe', 'Hearing', [
    ...hearing,
    {
      ...flag('hearingAid', 'Đo khi đeo máy trợ thính', 'Measured with a hearing aid'),
      always: true,
    },
  ]),
  note,
]

export const respiratoryFields: readonly SectionField[] = [
  degree('mmrc', 'Khó thở, mMRC', 'Dyspnoea, mMRC', 4),
  {
    name: 'asthma',
    kind: 'choice',
    label: { vi: 'Hen phế quản', en: 'Asthma' },
    normal: 'none',
    options: [
      { value: 'none', label: { vi: 'Không', en: 'None' } },
      { value: 'controlled', label: { vi: 'Kiểm soát hoàn toàn', en: 'Controlled' } },
      { value: 'partly', label: { vi: 'Kiểm soát một phần', en: 'Partly controlled' } },
      { value: 'uncontrolled', label: { vi: 'Không kiểm soát', en: 'Not controlled' } },
    ],
  },
  flag('infectiousTuberculosis', 'Lao phổi giai đoạn lây', 'Infectious pulmonary tuberculosis'),
  note,
]

export const musculoskeletalFields: readonly SectionField[] = [
  flag(
    'lostHandOrFoot',
    'Cụt hoặc mất chức năng một bàn tay hay bàn chân',
    'Loss (of function) of a hand or foot',
  ),
  flag(
    'otherLimbImpaired',
    'Một chi còn lại không toàn vẹn (khi câu trên là có)',
    'Another limb not intact (when the above is yes)',
  ),
  flag('fusedLargeJoint', 'Cứng, dính khớp lớn', 'Stiff or fused large joint'),
  flag('pseudarthrosis', 'Khớp giả xương lớn', 'Pseudarthrosis of a large bone'),
  flag(
    'severeSpinalDeformity',
    'Gù, vẹo, ưỡn quá mức hoặc cứng cột sống cản trở vận động',
    'Severe spinal deformity that hampers movement',
  ),
  count('lostFingersOneHand', 'Số ngón mất ở một bàn tay', 'Lost fingers of one hand', 5),
  count('lostFeet', 'Số bàn chân mất', 'Lost feet', 2),
  {
    ...number(
      'limbLengthDifference',
      { vi: 'Chênh lệch dài chi', en: 'Limb length difference' },
      same('cm'),
      { min: 0, max: 50, decimals: 1 },
    ),
    normal: 0,
  },
  flag('lengthAid', 'Có dụng cụ bù (khi chênh từ 5 cm)', 'Aid worn (from 5 cm)'),
  note,
]

export const endocrineFields: readonly SectionField[] = [
  flag('diabetes', 'Đái tháo đường', 'Diabetes'),
  date(
    'lastDiabeticComaOn',
    'Hôn mê do đái tháo đường gần nhất (để trống nếu chưa từng)',
    'Last diabetic coma (leave empty if never)',
  ),
  note,
]
