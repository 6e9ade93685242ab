import type { Role, Specialty } from '../core/actor.ts'
import type { Text } from '../core/text.ts'

export const roleNames = {
  reception: { vi: 'Tiếp đón', en: 'Reception' },
  examiner: { vi: 'Bác sĩ khám', en: 'Examining doctor' },
  lab: { vi: 'Xét nghiệm', en: 'Laboratory' },
  concluder: { vi: 'Bác sĩ kết luận', en: 'Concluding doctor' },
  cashier: { vi: 'Thu ngân', en: 'Cashier' },
  'cashier-manager': { vi: 'Trưởng quầy thu ngân', en: 'Cashier manager' },
  'licence-desk': { vi: 'Hồ sơ giấy phép lái xe', en: 'Licence desk' },
  records: { vi: 'Lưu trữ bệnh án', en: 'Medical records' },
  director: { vi: 'Giám đốc', en: 'Director' },
  admin: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  auditor: { vi: 'Kiểm soát nội bộ', en: 'Auditor' },
} as const satisfies Record<Role, Text>

export const specialtyNames = {
  psychiatry: { vi: 'Tâm thần', en: 'Psychiatry' },
  neurology: { vi: 'Thần kinh', en: 'Neurology' },
  eyes: { vi: 'Mắt', en: 'Eyes' },
  ent: { vi: 'Tai - Mũi - Họng', en: 'Ear, nose and throat' },
  cardiovascular: { vi: 'Tim mạch', en: 'Cardiovascular' },
  respiratory: { vi: 'Hô hấp', en: 'Respiratory' },
  musculoskeletal: { vi: 'Cơ - Xương - Khớp', en: 'Musculoskeletal' },
  endocrine: { vi: 'Nội tiết', en: 'Endocrine' },
  substances: { vi: 'Ma túy và nồng độ cồn', en: 'Drugs and alcohol' },
} as const satisfies Record<Specialty, Text>
