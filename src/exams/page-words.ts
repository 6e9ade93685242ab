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
  examOf: { vi: 'Lượt khám của {name}', en: 'Exam of {name}' },
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
  nothingRecorded: { vi: 'Không ghi gì.', en: 'Nothing recorded.' },
  hidden: { vi: 'Nội dung chỉ bác sĩ xem được.', en: 'Only doctors see the content.' },
  assessment: { vi: 'Đánh giá theo tiêu chuẩn', en: 'Assessment by the standards' },
  assessmentLive: {
    vi: 'Tính lại khi bạn nhập. Bác sĩ là người kết luận.',
    en: 'Recomputed as you type. The doctor concludes.',
  },
  disqualified: { vi: 'Không đạt', en: 'Disqualifying' },
  cautions: { vi: 'Cần xem lại', en: 'To look at' },
  missing: { vi: 'Còn thiếu', en: 'Missing' },
  missingSection: { vi: '{section}: chưa ghi', en: '{section}: not recorded' },
  nothingAgainst: {
    vi: 'Không có điều gì trái tiêu chuẩn.',
    en: 'Nothing against the standards.',
  },
  signSection: { vi: 'Ký mục này', en: 'Sign this section' },
  saveUnsigned: { vi: 'Lưu, chưa ký', en: 'Save unsigned' },
  recordResult: { vi: 'Ghi kết quả', en: 'Record' },
  allNormal: { vi: 'Điền bình thường', en: 'All normal' },
  allNormalDone: {
    vi: 'Đã điền {count} câu trả lời bình thường, chưa lưu. Xem lại rồi ký; số đo và kết quả xét nghiệm phải nhập.',
    en: '{count} normal answers are filled in, nothing is saved. Look through them and sign; measurements and test results have to be typed.',
  },
  allNormalNothing: {
    vi: 'Không còn câu nào trống để điền; số đo và kết quả xét nghiệm phải nhập.',
    en: 'No empty answer was left to fill; measurements and test results have to be typed.',
  },
  further: {
    vi: 'Không bắt buộc với hạng này ({count})',
    en: 'Not needed for this class ({count})',
  },
  answersTo: { vi: 'Trả lời', en: 'Answers' },
  draftBack: {
    vi: 'Đã lấy lại phần bạn nhập dở lúc {at}, chưa lưu.',
    en: 'What you typed at {at} and did not save is back.',
  },
  discardDraft: { vi: 'Bỏ phần nhập dở', en: 'Discard it' },
  draftKept: { vi: 'Đã giữ bản nháp.', en: 'Draft kept.' },
  draftLost: { vi: 'Chưa giữ được bản nháp.', en: 'The draft is not kept yet.' },
  keys: {
    vi: 'Enter: ô kế tiếp · số 1–5: chọn câu trả lời · Ctrl+Enter: ký',
    en: 'Enter: next field · 1–5: choose an answer · Ctrl+Enter: sign',
  },
  stillMissing: { vi: 'Cần có trước khi ký.', en: 'Needed before signing.' },
  recordedBy: { vi: '{by}, {at}', en: '{by}, {at}' },
  frozen: {
    vi: 'Lượt khám đã kết luận, nội dung đã khóa.',
    en: 'The exam is concluded; its content is frozen.',
  },
  conclude: { vi: 'Kết luận', en: 'Conclude' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  outcome: { vi: 'Kết luận của bác sĩ', en: 'The doctor’s conclusion' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Bắt buộc khi không đủ điều kiện hoặc yêu cầu khám lại. Để trống khi không đạt tiêu chuẩn: lấy các điều không đạt ở trên.',
    en: 'Needed for unfit or re-examination. Left empty against the standards, the findings above are the reason.',
  },
  reexamineOn: { vi: 'Khám lại ngày', en: 'Re-examine on' },
  reexamineHint: { vi: 'Chỉ khi yêu cầu khám lại.', en: 'Only when a re-exam is asked for.' },
  password: { vi: 'Nhập lại mật khẩu của bạn để ký', en: 'Your password again, to sign' },
  sign: { vi: 'Ký kết luận', en: 'Sign the conclusion' },
  signWarning: {
    vi: 'Ký xong, mọi nội dung bị khóa, giấy khám được cấp số và gửi đi.',
    en: 'Once signed, everything is frozen, the certificate gets its number and goes out.',
  },
  cannotConclude: { vi: 'Chưa kết luận được', en: 'Cannot conclude yet' },
  unsigned: {
    vi: 'Có mục chưa có chữ ký bác sĩ: {sections}. Người kết luận chịu trách nhiệm toàn bộ.',
    en: 'Without a doctor’s signature: {sections}. Who concludes answers for all of it.',
  },
  concludedBy: { vi: 'Bác sĩ kết luận', en: 'Concluded by' },
  concludedAt: { vi: 'Ký lúc', en: 'Signed at' },
  certificate: { vi: 'Giấy khám sức khỏe', en: 'Health certificate' },
  certificateNumber: { vi: 'Số', en: 'Number' },
  validUntil: { vi: 'Có giá trị đến', en: 'Valid until' },
  printCertificate: { vi: 'Mở giấy khám (PDF)', en: 'Open the certificate (PDF)' },
  verify: { vi: 'Trang tra cứu', en: 'Verification page' },
  makeBill: { vi: 'Lập hóa đơn', en: 'Make the bill' },
  slip: { vi: 'Phiếu cho người khám', en: 'Slip for the patient' },
  renewal: { vi: 'Đổi giấy phép', en: 'Licence renewal' },
  openCase: { vi: 'Mở hồ sơ đổi', en: 'Open the case' },
  standards: { vi: 'Tiêu chuẩn sức khỏe lái xe', en: 'Driving health standards' },
  standardsLead: {
    vi: '{law}, áp dụng từ {since}. Phần mềm đề nghị, bác sĩ kết luận; giám đốc chuyên môn duyệt bảng này trước khi dùng.',
    en: '{law}, in force since {since}. The software suggests, the doctor concludes; the medical director signs this table off before use.',
  },
  group: { vi: 'Nhóm', en: 'Group' },
  disqualifyingRule: { vi: 'Không đủ điều kiện khi', en: 'Disqualifies' },
  legalReference: { vi: 'Căn cứ', en: 'Reference' },
  verified: { vi: 'Nguồn', en: 'Source' },
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
  groupHint: {
    vi: 'Tiêu chuẩn sức khỏe nhóm {group}',
    en: 'Health standards of group {group}',
  },
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
