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

export const classNames: Record<LicenceClass, Text> = {
  A1: { vi: 'A1 · xe máy đến 125 cm³', en: 'A1 · motorcycle to 125 cm³' },
  A: { vi: 'A · xe máy trên 125 cm³', en: 'A · motorcycle above 125 cm³' },
  B1: { vi: 'B1 · mô tô ba bánh', en: 'B1 · three-wheeler' },
  B: { vi: 'B · ô tô đến 8 chỗ, tải đến 3,5 tấn', en: 'B · car to 8 seats, truck to 3.5 t' },
  C1: { vi: 'C1 · tải 3,5–7,5 tấn', en: 'C1 · truck 3.5–7.5 t' },
  C: { vi: 'C · tải trên 7,5 tấn', en: 'C · truck above 7.5 t' },
  D1: { vi: 'D1 · 9–16 chỗ', en: 'D1 · 9–16 seats' },
  D2: { vi: 'D2 · 17–29 chỗ', en: 'D2 · 17–29 seats' },
  D: { vi: 'D · trên 29 chỗ, giường nằm', en: 'D · above 29 seats, sleeper' },
  BE: { vi: 'BE · hạng B kéo rơ moóc', en: 'BE · B with trailer' },
  C1E: { vi: 'C1E · hạng C1 kéo rơ moóc', en: 'C1E · C1 with trailer' },
  CE: { vi: 'CE · hạng C kéo rơ moóc, đầu kéo', en: 'CE · C with trailer, tractor' },
  D1E: { vi: 'D1E · hạng D1 kéo rơ moóc', en: 'D1E · D1 with trailer' },
  D2E: { vi: 'D2E · hạng D2 kéo rơ moóc', en: 'D2E · D2 with trailer' },
  DE: { vi: 'DE · hạng D kéo rơ moóc, nối toa', en: 'DE · D with trailer, articulated' },
  XMCD: { vi: 'Xe máy chuyên dùng', en: 'Special machinery' },
}

/** A class with the group that it is examined by. */
export function classInGroup(licenceClass: LicenceClass): Text {
  const { vi, en } = classNames[licenceClass]
  const group = groupOf(licenceClass)
  return { vi: `${vi} (nhóm ${group})`, en: `${en} (group ${group})` }
}
