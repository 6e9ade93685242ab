import { classNames } from '../core/licence-words.ts'
import type { Text } from '../core/text.ts'
import { groupOf, type LicenceClass } from './licence-class.ts'

export const openingWords = {
  title: { vi: 'Mở lượt khám', en: 'Open an exam' },
  back: { vi: 'Người khám', en: 'The patient' },
  licence: { vi: 'Giấy phép đề nghị', en: 'Licence asked for' },
  licenceClass: { vi: 'Khám cho hạng', en: 'Exam for class' },
  licenceClassHint: {
    vi: 'Hạng muốn có sau khi đổi: B thuộc nhóm 2, C1 thuộc nhóm 3 với tiêu chuẩn cao hơn.',
    en: 'The class wanted in the end: B is group 2, C1 is group 3 with stricter standards.',
  },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  held: { vi: 'Giấy phép đang giữ', en: 'Licence held' },
  heldHint: {
    vi: 'Hồ sơ đổi cần số, hạng và ngày hết hạn trên giấy phép cũ.',
    en: 'The renewal case needs number, class and expiry of the old licence.',
  },
  number: { vi: 'Số giấy phép', en: 'Licence number' },
  scheme: { vi: 'Cấp theo', en: 'Issued under' },
  schemeOld: { vi: 'Hạng cũ (trước 2025)', en: 'Old classes (before 2025)' },
  schemeNew: { vi: 'Hạng mới (từ 2025)', en: 'New classes (since 2025)' },
  heldClass: { vi: 'Hạng đang giữ', en: 'Class held' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  expiresOn: { vi: 'Ngày hết hạn', en: 'Expires on' },
  disabled: {
    vi: 'Người khuyết tật (hạng A1, B: không khám cơ xương khớp)',
    en: 'Disabled applicant (A1, B: no musculoskeletal exam)',
  },
  converted: {
    vi: 'Đổi A1 cũ sang hạng A (khám theo nhóm 1)',
    en: 'Exchanges an old A1 for A (examined by group 1)',
  },
  delivery: { vi: 'Nhận giấy phép mới', en: 'Delivery of the new licence' },
  deliveryMethod: { vi: 'Cách nhận', en: 'How' },
  collect: { vi: 'Tại trung tâm', en: 'Collect at the centre' },
  post: { vi: 'Qua bưu điện', en: 'By post' },
  deliveryAddress: { vi: 'Địa chỉ nhận', en: 'Delivery address' },
  consents: { vi: 'Người khám đồng ý', en: 'The patient consents' },
  submit: { vi: 'Mở lượt khám', en: 'Open the exam' },
  consentExamRequired: {
    vi: 'Không có đồng ý này thì không khám được.',
    en: 'Without this consent there is no exam.',
  },
} as const satisfies Record<string, Text>

export { classNames }

/** A class with the group that it is examined by. */
export function classInGroup(licenceClass: LicenceClass): Text {
  const { vi, en } = classNames[licenceClass]
  const group = groupOf(licenceClass)
  return { vi: `${vi} (nhóm ${group})`, en: `${en} (group ${group})` }
}
