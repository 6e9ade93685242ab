import type { ExamOutcome } from '../core/event.ts'
import type { Text } from '../core/text.ts'
import type { ExamState } from './exam.ts'
import type { Assessment } from './fitness.ts'
import type { Verification } from './standard.ts'

export const stateNames: Record<ExamState, Text> = {
  planned: { vi: 'Dự kiến', en: 'Planned' },
  arrived: { vi: 'Đã đến', en: 'Arrived' },
  'in-progress': { vi: 'Đang khám', en: 'In progress' },
  finished: { vi: 'Đã kết luận', en: 'Concluded' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  'entered-in-error': { vi: 'Nhập nhầm', en: 'Entered in error' },
}

export const sectionStateNames: Record<'empty' | 'draft' | 'signed', Text> = {
  empty: { vi: 'Chưa khám', en: 'Not yet' },
  draft: { vi: 'Đã ghi, chưa ký', en: 'Recorded, unsigned' },
  signed: { vi: 'Đã ký', en: 'Signed' },
}

export const assessmentNames: Record<Assessment['outcome'], Text> = {
  fit: { vi: 'Đủ điều kiện', en: 'Fit' },
  unfit: { vi: 'Không đủ điều kiện', en: 'Unfit' },
  incomplete: { vi: 'Chưa đủ dữ liệu', en: 'Incomplete' },
}

export const outcomeNames: Record<ExamOutcome, Text> = {
  fit: { vi: 'Đủ điều kiện sức khỏe', en: 'Fit' },
  unfit: { vi: 'Không đủ điều kiện sức khỏe', en: 'Unfit' },
  'fit-subject-to-review': {
    vi: 'Đạt tiêu chuẩn nhưng yêu cầu khám lại',
    en: 'Fit, subject to re-examination',
  },
}

export const verificationNames: Record<Verification, Text> = {
  law: { vi: 'đọc trong văn bản', en: 'read in the law' },
  '2nd': { vi: 'theo nguồn thứ cấp', en: 'second-hand' },
  old: { vi: 'theo thông tư cũ', en: 'from the predecessor' },
  code: { vi: 'theo hệ thống khác', en: 'seen in other systems' },
  recalled: { vi: 'chưa kiểm chứng', en: 'not verified' },
}

export const pageWords = {
  exams: { vi: 'Lượt khám', en: 'Exams' },
  patient: { vi: 'Người khám', en: 'Patient' },
  birthDate: { vi: 'Ngày sinh', en: 'Born' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  classWithGroup: { vi: '{class} (nhóm {group})', en: '{class} (group {group})' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  openedAt: { vi: 'Đến lúc', en: 'Arrived' },
  progress: { vi: 'Đã ghi', en: 'Recorded' },
  state: { vi: 'Tình trạng', en: 'State' },
  filterMine: { vi: 'Chờ tôi khám', en: 'Waiting for me' },
  filterConclude: { vi: 'Chờ kết luận', en: 'To conclude' },
  filterOpen: { vi: 'Đang khám', en: 'Open' },
  filterAll: { vi: 'Tất cả', en: 'All' },
  filters: { vi: 'Lọc danh sách', en: 'Filter the list' },
  search: { vi: 'Tìm theo tên, số giấy tờ, điện thoại', en: 'Find by name, number, phone' },
  find: { vi: 'Tìm', en: 'Find' },
  nobodyWaits: { vi: 'Không có ai đang chờ.', en: 'Nobody is waiting.' },
  nobodyWaitsText: {
    vi: 'Danh sách tự cập nhật khi có người đến.',
    en: 'The list follows by itself when someone arrives.',
  },
  nothingFound: { vi: 'Không tìm thấy lượt khám nào.', en: 'No exam found.' },
  sections: { vi: 'Các chuyên khoa', en: 'Sections' },
  open: { vi: 'Mở', en: 'Open' },
  examine: { vi: 'Khám', en: 'Examine' },
  record: { vi: 'Ghi', en: 'Record' },
  usualAnswers: {
    vi: '{count} câu trả lời bình thường',
    en: 'Usual answers: {count}',
  },
  nothingUnusual: { vi: 'Không ghi nhận bất thường', en: 'Nothing unusual recorded' },
  details: { vi: 'Xem đủ', en: 'All of it' },
  detailsOf: { vi: 'Xem đủ mục {section}', en: 'All of {section}' },
  since: { vi: 'Đến lúc {at}', en: 'Here since {at}' },
  examineNext: { vi: 'Khám: {section}', en: 'Examine: {section}' },
  recordNext: { vi: 'Ghi: {section}', en: 'Record: {section}' },
  nextPerson: { vi: 'Người tiếp theo: {name}', en: 'Next: {name}' },
  paperForm: { vi: 'Phiếu ghi tay', en: 'Paper form' },
  blankForm: { vi: 'Phiếu giấy khi mất điện', en: 'Paper form for a power cut' },
  waitingSince: { vi: 'Chờ từ', en: 'Waiting since' },
  waitingFor: { vi: 'Còn thiếu', en: 'Still missing' },
  allRecorded: { vi: 'Đã đủ các mục', en: 'Every section is there' },
  andMore: { vi: '{names} và {count} mục nữa', en: '{names} and {count} more' },
  sectionsDone: { vi: '{done} trong {of} mục', en: '{done} of {of} sections' },
  examineFirst: { vi: 'Khám người chờ lâu nhất', en: 'Examine who waits longest' },
  concludeFirst: { vi: 'Kết luận người chờ lâu nhất', en: 'Conclude who waits longest' },
  nobodyToConclude: { vi: 'Không có ai chờ kết luận.', en: 'Nobody waits for a conclusion.' },
  nobodyOpen: { vi: 'Không có lượt khám nào đang mở.', en: 'No exam is open.' },
  noExamsYet: { vi: 'Chưa có lượt khám nào.', en: 'There are no exams yet.' },
  noExamsYetText: {
    vi: 'Tiếp đón mở lượt khám từ trang của người khám.',
    en: 'Reception opens an exam from a patient’s page.',
  },
  nothingFoundText: {
    vi: 'Kiểm tra lại tên (không cần dấu), số giấy tờ hoặc số điện thoại.',
    en: 'Check the name (no accents needed), the document or the phone number.',
  },
  found: { vi: 'Tìm thấy', en: 'Found' },
  nothingRecorded: { vi: 'Không ghi gì.', en: 'Nothing recorded.' },
  assessment: { vi: 'Đánh giá theo tiêu chuẩn', en: 'Assessment by the standards' },
  disqualified: { vi: 'Không đạt', en: 'Disqualifying' },
  cautions: { vi: 'Cần xem lại', en: 'To look at' },
  missing: { vi: 'Còn thiếu', en: 'Missing' },
  nothingAgainst: {
    vi: 'Không có điều gì trái tiêu chuẩn.',
    en: 'Nothing against the standards.',
  },
  recordedBy: { vi: '{by}, {at}', en: '{by}, {at}' },
  conclude: { vi: 'Kết luận', en: 'Conclude' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reexamineOn: { vi: 'Khám lại ngày', en: 'Re-examine on' },
  concludedBy: { vi: 'Bác sĩ kết luận', en: 'Concluded by' },
  concludedAt: { vi: 'Ký lúc', en: 'Signed at' },
  certificateNumber: { vi: 'Số', en: 'Number' },
  validUntil: { vi: 'Có giá trị đến', en: 'Valid until' },
  printCertificate: { vi: 'Mở giấy khám (PDF)', en: 'Open the certificate (PDF)' },
  verify: { vi: 'Trang tra cứu', en: 'Verification page' },
  concludedNow: {
    vi: 'Đã ký kết luận. Giấy khám đã được cấp số.',
    en: 'The conclusion is signed; the certificate has its number.',
  },
  makeBill: { vi: 'Lập phiếu thanh toán', en: 'Make the bill' },
  slip: { vi: 'Phiếu cho người khám', en: 'Slip for the patient' },
  renewal: { vi: 'Đổi giấy phép', en: 'Licence renewal' },
  openCase: { vi: 'Mở hồ sơ đổi', en: 'Open the case' },
  consents: { vi: 'Đồng ý của người khám', en: 'The patient’s consents' },
  consentGiven: { vi: 'Đồng ý lúc {at}', en: 'Given {at}' },
  consentRefused: { vi: 'Không đồng ý, hỏi lúc {at}', en: 'Refused, asked {at}' },
  consentWithdrawn: { vi: 'Đã rút lúc {at}', en: 'Withdrawn {at}' },
  withdrawConsent: {
    vi: 'Người khám rút đồng ý mở hồ sơ đổi',
    en: 'The patient withdraws the renewal consent',
  },
  warnings: { vi: 'Lưu ý khi tiếp nhận', en: 'Noted at intake' },
  back: { vi: 'Danh sách khám', en: 'All exams' },
  backToExam: { vi: 'Lượt khám', en: 'The exam' },
} as const satisfies Record<string, Text>

export const renewalReasons: Readonly<Record<string, Text>> = {
  'not-concluded': { vi: 'Chưa kết luận.', en: 'Not concluded yet.' },
  unfit: { vi: 'Không mở: không đủ điều kiện sức khỏe.', en: 'None: unfit.' },
  'not-a-licence': {
    vi: 'Không mở: xe máy chuyên dùng không có giấy phép lái xe.',
    en: 'None: special machinery has no licence.',
  },
  'purpose-not-renewal': {
    vi: 'Không mở: không phải đổi hay cấp lại.',
    en: 'None: neither a renewal nor a re-issue.',
  },
  'class-needs-no-certificate': {
    vi: 'Không mở: hạng này đổi không cần giấy khám.',
    en: 'None: this class is exchanged without a certificate.',
  },
  'consent-not-given': {
    vi: 'Không mở: người khám không đồng ý.',
    en: 'None: the patient did not consent.',
  },
  'consent-withdrawn': {
    vi: 'Không mở: người khám đã rút đồng ý.',
    en: 'None: the patient withdrew consent.',
  },
}
