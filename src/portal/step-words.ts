import type { Text } from '../core/text.ts'
import type { CaseState, HoldReason } from '../renewals/renewal-case.ts'

export const stepLabels = {
  declaration: { vi: 'Khai tiền sử sức khỏe', en: 'Health declaration' },
  sections: { vi: 'Khám chuyên khoa, xét nghiệm', en: 'Specialties and laboratory' },
  bill: { vi: 'Thanh toán', en: 'Payment' },
  conclusion: { vi: 'Kết luận của bác sĩ', en: 'The doctor’s conclusion' },
  certificate: { vi: 'Giấy khám sức khỏe', en: 'Health certificate' },
  renewal: { vi: 'Hồ sơ đổi giấy phép lái xe', en: 'Licence renewal' },
} as const satisfies Record<string, Text>

export const stepWords = {
  noExam: { vi: 'Lượt khám chưa được mở.', en: 'No exam has been opened yet.' },
  declarationDone: { vi: 'Đã khai.', en: 'Given.' },
  declarationOpen: {
    vi: 'Khai trên trang này, tại quầy tiếp đón hoặc với bác sĩ.',
    en: 'Give it on this page, at reception or to a doctor.',
  },
  sectionsDone: { vi: 'Đã xong {done}/{all} mục.', en: '{done} of {all} are done.' },
  sectionsOpen: {
    vi: 'Đã xong {done}/{all} mục. Còn: {left}.',
    en: '{done} of {all} are done. Left: {left}.',
  },
  billNone: { vi: 'Thu ngân chưa lập phiếu.', en: 'The cashier has not made the bill yet.' },
  billOpen: { vi: 'Còn phải trả {amount}.', en: '{amount} to pay.' },
  billPaid: { vi: 'Đã trả {amount}.', en: '{amount} paid.' },
  conclusionWaits: {
    vi: 'Bác sĩ kết luận khi mọi mục đã khám xong.',
    en: 'The doctor concludes when every part is done.',
  },
  conclusionNext: {
    vi: 'Đã khám xong; bác sĩ đang xem để kết luận.',
    en: 'The exam is done; the doctor is about to conclude.',
  },
  concluded: { vi: 'Đã ký kết luận lúc {at}.', en: 'Signed at {at}.' },
  certificateWaits: { vi: 'Cấp ngay khi có kết luận.', en: 'Issued with the conclusion.' },
  certificateReady: {
    vi: 'Số {number}; tải được trên trang này.',
    en: 'Number {number}; download it on this page.',
  },
  certificateHeld: {
    vi: 'Đã cấp, nhận được sau khi thanh toán.',
    en: 'Issued; yours once the bill is paid.',
  },
  certificateRevoked: {
    vi: 'Giấy đã bị thu hồi; hãy hỏi quầy tiếp đón.',
    en: 'It was revoked; ask at reception.',
  },
  renewalWaits: {
    vi: 'Tự động gửi đi khi kết luận đủ điều kiện.',
    en: 'Sent by itself when you are found fit.',
  },
  cancelled: { vi: 'Lượt khám đã hủy.', en: 'The exam was cancelled.' },
} as const satisfies Record<string, Text>

/** What each state of the case means to its owner. */
export const caseTexts = {
  draft: { vi: 'Hồ sơ còn thiếu: {missing}.', en: 'Still missing: {missing}.' },
  'on-hold': { vi: 'Hồ sơ đang tạm dừng: {reason}.', en: 'On hold: {reason}.' },
  ready: { vi: 'Hồ sơ đã đủ, đang chờ gửi đi.', en: 'Complete, waiting to be sent.' },
  requested: {
    vi: 'Đã gửi đến cơ quan cấp giấy phép, đang chờ tiếp nhận.',
    en: 'Sent to the licence authority, waiting to be received.',
  },
  accepted: {
    vi: 'Cơ quan cấp giấy phép đã tiếp nhận hồ sơ.',
    en: 'The licence authority has received the case.',
  },
  'in-progress': {
    vi: 'Cơ quan cấp giấy phép đang xử lý.',
    en: 'The licence authority is working on it.',
  },
  completed: { vi: 'Đã có kết quả đổi giấy phép.', en: 'The new licence is ready.' },
  rejected: {
    vi: 'Cơ quan cấp giấy phép từ chối hồ sơ; hãy hỏi quầy giấy phép của cơ sở.',
    en: 'The licence authority refused the case; ask at the centre’s licence desk.',
  },
  cancelled: { vi: 'Hồ sơ đã được hủy.', en: 'The case was cancelled.' },
} as const satisfies Record<CaseState, Text>

/** The same states as entries of a history. */
export const caseStepWords = {
  draft: { vi: 'Mở hồ sơ, còn thiếu thông tin', en: 'Opened, information missing' },
  'on-hold': { vi: 'Tạm dừng', en: 'Put on hold' },
  ready: { vi: 'Hồ sơ đã đủ', en: 'Complete' },
  requested: { vi: 'Gửi đến cơ quan cấp giấy phép', en: 'Sent to the licence authority' },
  accepted: { vi: 'Cơ quan cấp giấy phép tiếp nhận', en: 'Received by the licence authority' },
  'in-progress': { vi: 'Đang xử lý', en: 'Being processed' },
  completed: { vi: 'Đã có kết quả', en: 'Result ready' },
  rejected: { vi: 'Bị từ chối', en: 'Refused' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
} as const satisfies Record<CaseState, Text>

export const holdTexts = {
  'fit-subject-to-review': { vi: 'chờ bạn khám lại', en: 'waiting for your re-exam' },
  'retest-needed': {
    vi: 'giấy phép quá hạn, phải thi lại; quầy giấy phép sẽ hướng dẫn bạn',
    en: 'the licence is overdue and needs a re-test; the licence desk will tell you more',
  },
  supplement: {
    vi: 'cơ quan cấp giấy phép yêu cầu bổ sung; quầy giấy phép sẽ liên hệ với bạn',
    en: 'the authority asks for more; the licence desk will contact you',
  },
  'consent-withdrawn': { vi: 'bạn đã rút đồng ý', en: 'you withdrew your consent' },
  'conclusion-amended': {
    vi: 'kết luận khám đã được sửa',
    en: 'the conclusion was amended',
  },
  manual: { vi: 'quầy giấy phép đang kiểm tra', en: 'the licence desk is checking it' },
} as const satisfies Record<HoldReason, Text>

export const missingTexts: Readonly<Record<string, Text>> = {
  'held-licence': { vi: 'thông tin giấy phép đang giữ', en: 'details of the licence you hold' },
  'held-licence-expiry': { vi: 'ngày hết hạn của giấy phép', en: 'the licence’s expiry date' },
  'identity-number': { vi: 'số định danh cá nhân', en: 'your identity number' },
  'delivery-address': { vi: 'địa chỉ nhận giấy phép', en: 'the delivery address' },
}

/** Why an exam has no case, to its owner. */
export const noCaseTexts: Readonly<Record<string, Text>> = {
  unfit: {
    vi: 'Không mở hồ sơ vì kết luận chưa đủ điều kiện.',
    en: 'No case, since the conclusion is not fit.',
  },
  'not-a-licence': {
    vi: 'Xe máy chuyên dùng không có giấy phép lái xe để đổi.',
    en: 'Special machinery has no driving licence to renew.',
  },
  'purpose-not-renewal': {
    vi: 'Lần khám này không phải để đổi giấy phép.',
    en: 'This exam is not for a renewal.',
  },
  'class-needs-no-certificate': {
    vi: 'Hạng này đổi giấy phép không cần giấy khám sức khỏe.',
    en: 'Renewing this class needs no health certificate.',
  },
  'consent-not-given': {
    vi: 'Bạn chưa đồng ý để cơ sở mở hồ sơ.',
    en: 'You have not agreed to have a case opened.',
  },
  'consent-withdrawn': {
    vi: 'Bạn đã rút đồng ý mở hồ sơ.',
    en: 'You withdrew your consent to a case.',
  },
}
