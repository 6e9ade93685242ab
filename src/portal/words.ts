import type { ExamOutcome } from '../core/event.ts'
import type { Text } from '../core/text.ts'

export const words = {
  title: { vi: 'Lượt khám của bạn', en: 'Your visit' },
  lead: { vi: '{name} · khám ngày {date}', en: '{name} · examined on {date}' },
  forClass: { vi: 'hạng\u00a0{class}', en: 'class\u00a0{class}' },
  specialMachinery: { vi: 'xe máy chuyên dùng', en: 'special machinery' },
  steps: { vi: 'Tiến độ', en: 'Progress' },
  now: { vi: 'Việc của bạn lúc này', en: 'What to do now' },
  live: {
    vi: 'Trang này tự cập nhật; bạn không cần tải lại.',
    en: 'This page renews itself; there is no need to reload.',
  },
  linkUntil: {
    vi: 'Liên kết này mở được đến hết ngày {date}. Ai có liên kết đều xem được trang, đừng gửi cho người khác.',
    en: 'This link opens until the end of {date}. Whoever has it sees this page: do not pass it on.',
  },
  ask: { vi: 'Cần giúp?', en: 'Need help?' },
  askDesk: { vi: 'Hỏi quầy tiếp đón', en: 'Ask at reception' },
  call: { vi: 'Gọi {phone}', en: 'Call {phone}' },

  bill: { vi: 'Thanh toán', en: 'Payment' },
  billCode: { vi: 'Nội dung chuyển khoản', en: 'Transfer message' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  account: { vi: 'Số tài khoản', en: 'Account number' },
  accountName: { vi: 'Chủ tài khoản', en: 'Account holder' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  qrAlt: {
    vi: 'Mã VietQR để trả {amount} vào tài khoản {account} của {name}',
    en: 'VietQR code that pays {amount} to account {account} of {name}',
  },
  qrSave: { vi: 'Tải ảnh mã QR', en: 'Save the QR picture' },
  qrHow: {
    vi: 'Trả bằng chính điện thoại này: tải ảnh mã QR, mở ứng dụng ngân hàng, chọn quét từ ảnh. Hoặc sao chép từng mục dưới đây.',
    en: 'To pay on this phone: save the QR picture, open your banking app and scan from a picture. Or copy the items below.',
  },
  payeeCheck: {
    vi: 'Trước khi chuyển, đối chiếu tên chủ tài khoản trên ứng dụng với tên ở đây.',
    en: 'Before you pay, compare the account holder in your app with the name here.',
  },
  copy: { vi: 'Sao chép', en: 'Copy' },
  billPdf: { vi: 'Phiếu thanh toán (PDF)', en: 'The bill (PDF)' },
  receiptPdf: { vi: 'Phiếu thu (PDF)', en: 'The receipt (PDF)' },
  paidInFull: { vi: 'Đã thanh toán đủ', en: 'Paid in full' },
  partlyPaid: {
    vi: 'Đã nhận {paid}, còn lại {remaining}.',
    en: 'Received {paid}; {remaining} remains.',
  },
  overpaid: {
    vi: 'Chuyển thừa {over}; quầy thu ngân sẽ trả lại bạn.',
    en: '{over} too much came in; the cashier will give it back.',
  },
  payAtDesk: {
    vi: 'Bạn cũng có thể trả tiền mặt tại quầy thu ngân.',
    en: 'You may also pay in cash at the cashier’s desk.',
  },

  outcome: { vi: 'Kết quả khám', en: 'Result' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reexamineOn: { vi: 'Khám lại ngày', en: 'Re-exam on' },
  certificateNumber: { vi: 'Số giấy', en: 'Certificate number' },
  validUntil: { vi: 'Có giá trị đến hết', en: 'Valid until the end of' },
  certificatePdf: { vi: 'Tải giấy khám sức khỏe (PDF)', en: 'Download the certificate (PDF)' },
  verifyLink: { vi: 'Trang xác thực giấy', en: 'Page that proves it genuine' },
  certificateHeld: {
    vi: 'Thanh toán xong thì tải được giấy khám sức khỏe tại đây.',
    en: 'You can download the certificate here once the bill is paid.',
  },

  renewal: { vi: 'Hồ sơ đổi giấy phép lái xe', en: 'Licence renewal' },
  dossierCode: { vi: 'Mã hồ sơ của cơ quan cấp phép', en: 'The authority’s dossier code' },
  history: { vi: 'Diễn biến hồ sơ', en: 'What has happened' },

  goneTitle: { vi: 'Liên kết này không mở được nữa', en: 'This link does not open any more' },
  goneLead: {
    vi: 'Liên kết đã hết hạn, đã được thay bằng liên kết mới, hoặc bị gõ sai.',
    en: 'It has expired, a newer one has replaced it, or it was mistyped.',
  },
  goneTodo: {
    vi: 'Mang giấy tờ tùy thân đến quầy tiếp đón để nhận phiếu mới có mã QR mới. Kết quả và hồ sơ của bạn vẫn còn nguyên.',
    en: 'Bring your identity card to reception for a new slip with a new QR code. Your results and your case are safe.',
  },
  goneCall: { vi: 'Hoặc gọi {phone} để hỏi.', en: 'Or call {phone} to ask.' },

  slipBack: { vi: 'Lượt khám', en: 'The visit' },
  slipTitle: { vi: 'In phiếu theo dõi', en: 'Print the patient’s slip' },
  slipText: {
    vi: 'Phiếu mang mã QR riêng để người khám tự xem tiến độ, thanh toán và nhận giấy trên điện thoại.',
    en: 'The slip carries a private QR code: the patient follows the visit, pays and gets the certificate on a phone.',
  },
  slipWarn: {
    vi: 'Mỗi lần in là một mã mới; phiếu đã in trước đó không mở được nữa.',
    en: 'Each print makes a new code; a slip printed before stops opening.',
  },
  slipPrint: { vi: 'In phiếu', en: 'Print the slip' },
} as const satisfies Record<string, Text>

export const outcomeWords = {
  fit: {
    vi: 'Bạn đủ điều kiện sức khỏe lái xe {class}.',
    en: 'You are fit to drive: {class}.',
  },
  unfit: {
    vi: 'Bạn chưa đủ điều kiện sức khỏe lái xe {class}.',
    en: 'You are not fit to drive: {class}.',
  },
  'fit-subject-to-review': {
    vi: 'Bạn đạt tiêu chuẩn sức khỏe lái xe {class}, nhưng phải khám lại.',
    en: 'You are fit to drive, {class}, but must come for a re-exam.',
  },
} as const satisfies Record<ExamOutcome, Text>
