import type { Text } from '../core/text.ts'

export const words = {
  aCase: { vi: 'hồ sơ đổi giấy phép', en: 'a renewal case' },
  aTransmission: { vi: 'lượt gửi giấy khám', en: 'a transmission' },
  anExam: { vi: 'lượt khám', en: 'an exam' },
  wrongCaseState: {
    vi: 'Hồ sơ đã sang bước khác trong lúc bạn xem, nên việc này chưa được làm. Hãy tải lại trang để thấy hồ sơ đang ở đâu.',
    en: 'The case has moved on while you were looking, so this was not done. Reload to see where it stands.',
  },
  caseIncomplete: {
    vi: 'Hồ sơ còn thiếu dữ liệu; bổ sung trước khi cho đi tiếp.',
    en: 'The case still lacks data; complete it before letting it go on.',
  },
  wrongTransmissionState: {
    vi: 'Lượt gửi đã sang bước khác trong lúc bạn xem, nên việc này chưa được làm. Hãy tải lại trang để thấy giấy đang ở đâu.',
    en: 'The certificate has moved on while you were looking, so this was not done. Reload to see where it stands.',
  },
  reasonMissing: {
    vi: 'Ghi lý do (tối đa 500 ký tự).',
    en: 'Say why (at most 500 characters).',
  },
  consentIsWithdrawn: {
    vi: 'Người khám đã rút đồng ý; hồ sơ không thể đi tiếp.',
    en: 'The citizen has withdrawn consent; the case cannot go on.',
  },
  decidedByAuthority: {
    vi: 'Cơ quan cấp giấy phép đã từ chối hồ sơ này; nộp lại phải mở hồ sơ mới.',
    en: 'The authority has refused this dossier; handing in again needs a new one.',
  },
  notSentYet: {
    vi: 'Hồ sơ chưa được gửi tới cơ quan cấp giấy phép.',
    en: 'The case has not been sent to the authority yet.',
  },
  unknownStatus: {
    vi: 'Trạng thái này không có trong bảng trạng thái của hợp đồng liên thông.',
    en: 'This status is not in the contract’s table.',
  },
  otherDossier: {
    vi: 'Mã hồ sơ khác với mã đã cấp cho hồ sơ này.',
    en: 'The dossier code differs from the one this case was given.',
  },
  signatureRefused: {
    vi: 'Chữ ký của thông báo không đúng hoặc đã quá thời hạn 5 phút.',
    en: 'The signature is wrong, or its time is more than 5 minutes away.',
  },
  needed: { vi: 'Mục này cần có.', en: 'This is needed.' },
  classOfScheme: {
    vi: 'Hạng này không có trong hệ giấy phép đã chọn.',
    en: 'This class is not of the chosen scheme.',
  },
  notJson: {
    vi: 'Nội dung không phải JSON.',
    en: 'The body is not JSON.',
  },
} as const satisfies Record<string, Text>
