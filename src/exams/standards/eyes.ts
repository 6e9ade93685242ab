import { about, onlyWhen } from '../condition.ts'
import type { RuleRow } from '../standard.ts'
import { betterEyeBelow, lensBeyond, sightBelow, worseEyeBelow } from './acuity.ts'

const { is, oneOf } = about('eyes')

const lens = {
  vi: 'Đang mang kính có công suất trên +5 đi-ốp hoặc quá −8 đi-ốp.',
  en: 'Lens power over +5 D or beyond −8 D.',
}
const colour = {
  vi: 'Rối loạn nhận biết màu cơ bản: đỏ, vàng, xanh lá cây.',
  en: 'Disorder of recognising the basic colours: red, yellow, green.',
}
const abnormal = oneOf('colourVision', 'total', 'red', 'green', 'yellow')

export const eyesRules: readonly RuleRow[] = [
  {
    id: 'eyes.acuity-4',
    groups: [1],
    verified: 'law',
    message: {
      vi: 'Thị lực nhìn xa hai mắt dưới 4/10; nếu còn một mắt, mắt đó dưới 4/10 (kể cả điều chỉnh bằng kính).',
      en: 'Far acuity below 4/10 with both eyes, or with the only eye (best correction).',
    },
    disqualifies: sightBelow(4),
  },
  {
    id: 'eyes.acuity-5',
    groups: [2],
    verified: 'law',
    message: {
      vi: 'Thị lực nhìn xa hai mắt dưới 5/10; nếu còn một mắt, mắt đó dưới 5/10 (kể cả điều chỉnh bằng kính).',
      en: 'Far acuity below 5/10 with both eyes, or with the only eye (best correction).',
    },
    disqualifies: sightBelow(5),
  },
  {
    id: 'eyes.better-eye',
    groups: [3],
    verified: 'law',
    message: {
      vi: 'Thị lực nhìn xa mắt tốt dưới 8/10 (kể cả điều chỉnh bằng kính).',
      en: 'Far acuity of the better eye below 8/10 (best correction).',
    },
    disqualifies: betterEyeBelow(8),
  },
  {
    id: 'eyes.worse-eye',
    groups: [3],
    verified: 'law',
    message: {
      vi: 'Thị lực nhìn xa mắt kém dưới 5/10 (kể cả điều chỉnh bằng kính).',
      en: 'Far acuity of the worse eye below 5/10 (best correction).',
    },
    disqualifies: worseEyeBelow(5),
  },
  {
    id: 'eyes.one-eyed',
    groups: [3],
    verified: 'law',
    message: {
      vi: 'Chỉ còn một mắt: không đạt tiêu chuẩn từng mắt của nhóm 3.',
      en: 'One-eyed: cannot meet the standard for each eye of group 3.',
    },
    disqualifies: is('oneEyed'),
  },
  {
    id: 'eyes.lens-right',
    groups: [3],
    verified: 'law',
    message: { vi: `Mắt phải: ${lens.vi}`, en: `Right eye: ${lens.en}` },
    disqualifies: lensBeyond('right', 5, -8),
  },
  {
    id: 'eyes.lens-left',
    groups: [3],
    verified: 'law',
    message: { vi: `Mắt trái: ${lens.vi}`, en: `Left eye: ${lens.en}` },
    disqualifies: lensBeyond('left', 5, -8),
  },
  {
    id: 'eyes.colour',
    groups: [1, 2],
    verified: 'law',
    message: colour,
    disqualifies: abnormal,
  },
  {
    id: 'eyes.colour',
    groups: [3],
    verified: 'old',
    message: colour,
    disqualifies: abnormal,
  },
  {
    id: 'eyes.diplopia-with-prism',
    groups: [2],
    verified: 'law',
    message: {
      vi: 'Song thị kể cả khi đã điều chỉnh bằng lăng kính.',
      en: 'Diplopia even with prism correction.',
    },
    disqualifies: onlyWhen(is('diplopia'), is('diplopiaWithPrism')),
  },
  {
    id: 'eyes.diplopia',
    groups: [3],
    verified: 'old',
    message: { vi: 'Song thị.', en: 'Diplopia.' },
    disqualifies: is('diplopia'),
  },
  {
    id: 'eyes.glare',
    groups: [3],
    verified: 'old',
    message: { vi: 'Bệnh chói sáng.', en: 'A glare disease.' },
    disqualifies: is('glareDisease'),
  },
  {
    id: 'eyes.night-blindness',
    groups: [3],
    verified: 'old',
    message: { vi: 'Quáng gà.', en: 'Night blindness.' },
    disqualifies: is('nightBlindness'),
  },
]
