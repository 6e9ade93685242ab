import { purposeNames } from '../core/licence-words.ts'
import type { Text } from '../core/text.ts'
import type { Section } from './findings.ts'

/** What the exam's rules say when they refuse or warn. */
export const words = {
  stopRefused: {
    vi: 'Bác sĩ đã ký một phần của lượt khám; hãy nói với bác sĩ nếu muốn dừng.',
    en: 'A doctor has signed a part of the exam; tell the doctor if you want to stop.',
  },
  noStandard: {
    vi: 'Không có tiêu chuẩn sức khỏe nào có hiệu lực vào ngày này.',
    en: 'No health standard is in force on this day.',
  },
  onlyWithClassA: {
    vi: 'Chỉ dùng khi đổi giấy phép A1 cũ sang hạng A.',
    en: 'Only when an old A1 licence is exchanged for class A.',
  },
  underAge: {
    vi: 'Người khám chưa đủ {age} tuổi để cấp hạng {class}.',
    en: 'Class {class} asks for {age} years of age.',
  },
  overAge: {
    vi: 'Người khám đã quá tuổi lái xe khách trên 29 chỗ hoặc xe giường nằm.',
    en: 'The applicant is above the age for driving more than 29 seats or a sleeper bus.',
  },
  notExchangeable: {
    vi: 'Giấy phép hạng {held} không đổi sang hạng {class}.',
    en: 'A class {held} licence is not exchanged for class {class}.',
  },
  heldLicenceMissing: {
    vi: 'Chưa có thông tin giấy phép lái xe đang giữ; hồ sơ đổi sẽ phải bổ sung.',
    en: 'The held licence is not given; the renewal case will ask for it.',
  },
  licenceNumberForm: {
    vi: 'Số giấy phép lái xe không phải 12 chữ số; hãy kiểm tra lại nếu là thẻ nhựa.',
    en: 'The licence number is not 12 digits; check it if the licence is a plastic card.',
  },
  notOfScheme: {
    vi: 'Hạng này không có trong hệ thống hạng đã chọn.',
    en: 'There is no such class in the scheme given.',
  },
  expiresBeforeIssued: {
    vi: 'Ngày hết hạn phải sau ngày cấp.',
    en: 'The expiry must lie after the issue date.',
  },
  concluded: {
    vi: 'Lượt khám đã có kết luận, nội dung đã khóa.',
    en: 'The exam is concluded; its content is frozen.',
  },
  alreadyConcluded: {
    vi: 'Lượt khám này đã có kết luận.',
    en: 'This exam has already been concluded.',
  },
  notOpen: {
    vi: 'Lượt khám đã hủy hoặc nhập nhầm, không ghi thêm được.',
    en: 'The exam was cancelled or entered in error; nothing can be added.',
  },
  incomplete: {
    vi: 'Chưa kết luận được: còn mục chưa ghi.',
    en: 'Cannot conclude yet: something is not recorded.',
  },
  contradicts: {
    vi: 'Kết luận trái với đánh giá theo tiêu chuẩn.',
    en: 'The conclusion contradicts the assessment by the standards.',
  },
  reasonRequired: { vi: 'Kết luận này phải nêu lý do.', en: 'This conclusion needs a reason.' },
  reexamineRequired: { vi: 'Phải ghi ngày khám lại.', en: 'The date of the re-exam is needed.' },
  reexamineFuture: {
    vi: 'Ngày khám lại phải sau hôm nay.',
    en: 'The re-exam must lie in the future.',
  },
  reexamineUnasked: {
    vi: 'Chỉ ghi ngày khám lại khi yêu cầu khám lại.',
    en: 'A re-exam date belongs only to a conclusion that asks for one.',
  },
  noSignatory: {
    vi: 'Chỉ bác sĩ có đăng ký hành nghề mới ký kết luận.',
    en: 'Only a registered doctor may sign the conclusion.',
  },
  consentNotGiven: {
    vi: 'Không có đồng ý nào để rút: chưa cho hoặc đã rút.',
    en: 'There is no consent to withdraw: it was not given, or is withdrawn already.',
  },
  noSection: { vi: 'Chưa có mục nào để ghi.', en: 'There is no section to record.' },
  unknownClass: {
    vi: 'Không có hạng giấy phép này.',
    en: 'There is no such licence class.',
  },
  unknownSection: { vi: 'Không có mục khám này.', en: 'There is no such section.' },
  notConcluded: {
    vi: 'Lượt khám chưa có kết luận nên chưa có giấy khám sức khỏe.',
    en: 'The exam is not concluded, so it has no certificate yet.',
  },
  sectionChanged: {
    vi: 'Người khác vừa ghi mục này sau khi bạn mở. Những gì bạn nhập vẫn còn dưới đây; mở mục ở trang khác để so rồi lưu lại.',
    en: 'Someone recorded this section after you opened it. What you typed is still below; open the section in another tab, compare, and save again.',
  },
  sectionSigned: {
    vi: 'Bác sĩ đã ký mục này; chỉ bác sĩ ký lại mới thay được.',
    en: 'A doctor signed this section; only a doctor’s new signature replaces it.',
  },
  passwordWrong: { vi: 'Mật khẩu không đúng.', en: 'The password is wrong.' },
  passwordRequired: {
    vi: 'Nhập lại mật khẩu để ký.',
    en: 'Enter your password again to sign.',
  },
} as const satisfies Record<string, Text>

/** What a page or a program asked for and did not find. */
export const things = {
  patient: { vi: 'người khám', en: 'patient' },
  exam: { vi: 'lượt khám', en: 'exam' },
  section: { vi: 'mục khám', en: 'section' },
  standard: { vi: 'tiêu chuẩn', en: 'standard' },
  page: { vi: 'trang', en: 'page' },
} as const satisfies Record<string, Text>

export const sectionNames: Record<Section, Text> = {
  declaration: { vi: 'Tờ khai', en: 'Declaration' },
  psychiatry: { vi: 'Tâm thần', en: 'Psychiatry' },
  neurology: { vi: 'Thần kinh', en: 'Neurology' },
  eyes: { vi: 'Mắt', en: 'Eyes' },
  ent: { vi: 'Tai mũi họng', en: 'Ear, nose, throat' },
  cardiovascular: { vi: 'Tim mạch', en: 'Cardiovascular' },
  respiratory: { vi: 'Hô hấp', en: 'Respiratory' },
  musculoskeletal: { vi: 'Cơ xương khớp', en: 'Musculoskeletal' },
  endocrine: { vi: 'Nội tiết', en: 'Endocrine' },
  substances: { vi: 'Ma túy, cồn, thuốc', en: 'Drugs, alcohol, medicines' },
}

export { purposeNames }
