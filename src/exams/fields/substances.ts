import { screenedDrugs } from '../findings.ts'
import { flag, note, type SectionField, same, under } from './field.ts'

const results = [
  { value: 'negative', label: { vi: 'Âm tính', en: 'Negative' } },
  { value: 'positive', label: { vi: 'Dương tính', en: 'Positive' } },
] as const

const tests = [0, 1, 2].flatMap((row): SectionField[] => [
  {
    name: `otherTests.${row}.name`,
    kind: 'line',
    label: { vi: `Xét nghiệm ${row + 1}`, en: `Test ${row + 1}` },
  },
  {
    name: `otherTests.${row}.result`,
    kind: 'line',
    label: { vi: `Kết quả ${row + 1}`, en: `Result ${row + 1}` },
  },
])

/** A drug screen is a measurement: "all normal" never proposes its result. */
export const substancesFields: readonly SectionField[] = [
  ...under(
    'Xét nghiệm ma túy',
    'Drug screen',
    screenedDrugs.map((drug) => ({
      name: drug,
      kind: 'choice',
      label: same(drug.charAt(0).toUpperCase() + drug.slice(1)),
      options: results,
    })),
  ),
  ...under('Nồng độ cồn (khi bác sĩ chỉ định)', 'Alcohol (when ordered)', [
    {
      name: 'alcohol.value',
      kind: 'number',
      label: { vi: 'Kết quả', en: 'Value' },
      unit: same(''),
      min: 0,
      max: 1000,
      decimals: 3,
      always: true,
    },
    {
      name: 'alcohol.unit',
      kind: 'choice',
      label: { vi: 'Đơn vị', en: 'Unit' },
      options: [
        { value: 'mg/l-breath', label: { vi: 'mg/l khí thở', en: 'mg/l breath' } },
        { value: 'mg/100ml-blood', label: { vi: 'mg/100 ml máu', en: 'mg/100 ml blood' } },
      ],
      always: true,
    },
  ]),
  ...under('Thuốc và chất', 'Medicines and substances', [
    flag(
      'impairingMedicine',
      'Dùng thuốc làm giảm tỉnh táo',
      'Uses medicines that impair alertness',
    ),
    flag(
      'stimulantOrHallucinogenAbuse',
      'Lạm dụng chất kích thần, gây ảo giác',
      'Abuse of stimulants or hallucinogens',
    ),
  ]),
  ...under('Xét nghiệm khác', 'Other tests', tests),
  note,
]
