import type { Text } from '../../core/text.ts'
import { flag, note, number, type SectionField, same, under } from './field.ts'

const tenths = same('/10')
const degrees = same('°')

const eyes = [
  ['right', 'Mắt phải', 'Right eye'],
  ['left', 'Mắt trái', 'Left eye'],
  ['both', 'Hai mắt', 'Both eyes'],
] as const

const sentence = ({ vi, en }: Text): Text => ({ vi: upper(vi), en: upper(en) })
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const acuity = eyes.flatMap(([eye, vi, en]) =>
  (
    [
      ['uncorrected', 'không kính', 'without glasses'],
      ['corrected', 'có kính', 'with glasses'],
    ] as const
  ).map(([glasses, viGlasses, enGlasses]): SectionField => {
    const label = { vi: `${vi}, ${viGlasses}`, en: `${en}, ${enGlasses}` }
    const range = { min: 0, max: 20, decimals: 1 }
    const cell = { row: { vi, en }, column: sentence({ vi: viGlasses, en: enGlasses }) }
    return { ...number(`acuity.${eye}.${glasses}`, label, tenths, range), cell, always: true }
  }),
)

const dioptres = { min: -30, max: 30, decimals: 2 }
const field = (name: string, vi: string, en: string, max: number) =>
  number(`field.${name}`, { vi, en }, degrees, { min: 0, max })

export const eyesFields: readonly SectionField[] = [
  ...under('Thị lực nhìn xa', 'Far acuity', [
    ...acuity,
    flag('oneEyed', 'Chỉ còn một mắt', 'One-eyed'),
  ]),
  ...under('Khúc xạ', 'Refraction', [
    number('refraction.right', { vi: 'Mắt phải', en: 'Right eye' }, same('D'), dioptres),
    number('refraction.left', { vi: 'Mắt trái', en: 'Left eye' }, same('D'), dioptres),
  ]),
  ...under('Thị trường', 'Visual field', [
    field('horizontal', 'Ngang hai mắt', 'Horizontal, both eyes', 180),
    field('rightExtent', 'Sang phải', 'To the right', 110),
    field('leftExtent', 'Sang trái', 'To the left', 110),
    field('above', 'Đứng, phía trên', 'Vertical, above', 90),
    field('below', 'Đứng, phía dưới', 'Vertical, below', 90),
    flag('field.hemianopia', 'Bán manh', 'Hemianopia'),
    flag('field.scotoma', 'Ám điểm góc', 'Angular scotoma'),
  ]),
  ...under('Màu sắc và bệnh về mắt', 'Colours and eye diseases', [
    {
      name: 'colourVision',
      kind: 'choice',
      label: { vi: 'Sắc giác', en: 'Colour vision' },
      always: true,
      normal: 'normal',
      options: [
        { value: 'normal', label: { vi: 'Bình thường', en: 'Normal' } },
        { value: 'red', label: { vi: 'Mù màu đỏ', en: 'Red' } },
        { value: 'green', label: { vi: 'Mù màu lục', en: 'Green' } },
        { value: 'yellow', label: { vi: 'Mù màu vàng', en: 'Yellow' } },
        { value: 'total', label: { vi: 'Mù màu toàn bộ', en: 'Total' } },
      ],
    },
    flag('diplopia', 'Song thị', 'Diplopia'),
    flag(
      'diplopiaWithPrism',
      'Song thị cả khi đeo lăng kính (khi có song thị)',
      'Diplopia even with a prism (when there is diplopia)',
    ),
    flag('glareDisease', 'Bệnh gây chói sáng', 'Glare disease'),
    flag('nightBlindness', 'Quáng gà', 'Night blindness'),
    {
      name: 'diseases',
      kind: 'line',
      label: { vi: 'Bệnh về mắt', en: 'Eye diseases' },
      always: true,
    },
  ]),
  note,
]
