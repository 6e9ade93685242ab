import { about, not, onlyWhen } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is, atLeast } = about('musculoskeletal')

export const musculoskeletalRules: readonly RuleRow[] = [
  {
    id: 'musculoskeletal.limb-and-another',
    groups: [1, 2],
    verified: 'law',
    message: {
      vi: 'Cụt hoặc mất chức năng một bàn tay hay một bàn chân và một trong các chi còn lại không toàn vẹn.',
      en: 'Loss (of function) of a hand or a foot, and one of the other limbs not intact.',
    },
    disqualifies: onlyWhen(is('lostHandOrFoot'), is('otherLimbImpaired')),
  },
  {
    id: 'musculoskeletal.fused-joint',
    groups: [3],
    verified: 'recalled',
    message: { vi: 'Cứng hoặc dính một khớp lớn.', en: 'A stiff or fused large joint.' },
    disqualifies: is('fusedLargeJoint'),
  },
  {
    id: 'musculoskeletal.pseudarthrosis',
    groups: [3],
    verified: 'recalled',
    message: { vi: 'Khớp giả ở một xương lớn.', en: 'Pseudarthrosis of a large bone.' },
    disqualifies: is('pseudarthrosis'),
  },
  {
    id: 'musculoskeletal.spine',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Gù, vẹo, ưỡn cột sống quá mức hoặc cứng, dính cột sống ảnh hưởng tới vận động.',
      en: 'Excessive spinal curvature or an ankylosed spine that hampers movement.',
    },
    disqualifies: is('severeSpinalDeformity'),
  },
  {
    id: 'musculoskeletal.limb-length',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Chênh lệch chiều dài hai chi từ 5 cm trở lên mà không có dụng cụ hỗ trợ.',
      en: 'Limb length difference of 5 cm or more without an aid.',
    },
    disqualifies: onlyWhen(atLeast('limbLengthDifference', 5), not(is('lengthAid'))),
  },
  {
    id: 'musculoskeletal.fingers',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Cụt hoặc mất chức năng từ hai ngón tay của một bàn tay trở lên.',
      en: 'Loss (of function) of two or more fingers of one hand.',
    },
    disqualifies: atLeast('lostFingersOneHand', 2),
  },
  {
    id: 'musculoskeletal.hand-or-foot',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Cụt hoặc mất chức năng một bàn tay hay một bàn chân.',
      en: 'Loss (of function) of a hand or a foot.',
    },
    disqualifies: is('lostHandOrFoot'),
  },
  {
    id: 'musculoskeletal.feet',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Cụt hoặc mất chức năng từ một bàn chân trở lên.',
      en: 'Loss (of function) of one or more feet.',
    },
    disqualifies: atLeast('lostFeet', 1),
  },
]
