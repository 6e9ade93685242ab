import type { ExamOutcome } from '../core/event.ts'
import type { Text } from '../core/text.ts'

export const words = {
  aBill: { vi: 'phiếu thanh toán', en: 'a bill' },
  aPaymentQr: { vi: 'mã QR thanh toán', en: 'a payment QR code' },
  aCertificate: { vi: 'giấy khám sức khỏe', en: 'a health certificate' },
  aVisit: { vi: 'lượt khám', en: 'a visit' },
  title: { vi: 'Lượt khám của bạn', en: 'Your visit' },
  lead: { vi: 'Khám ngày {date}', en: 'Visit of {date}' },
  forClass: { vi: 'hạng\u00a0{class}', en: 'class\u00a0{class}' },
  specialMachinery: { vi: 'xe máy chuyên dùng', en: 'special machinery' },
  steps: { vi: 'Tiến độ', en: 'Progress' },
  stepsDone: { vi: 'Xong {done}/{all} bước', en: '{done} of {all} steps done' },
  since: { vi: 'Cập nhật lúc {when}', en: 'Updated at {when}' },
  ago: { vi: 'cách đây {time}', en: '{time} ago' },
  live: {
    vi: 'Trang này tự cập nhật; bạn không cần tải lại.',
    en: 'This page renews itself; there is no need to reload.',
  },
  linkUntil: {
    vi: 'Liên kết này mở được đến hết ngày {date}. Ai có liên kết đều xem được trang, đừng gửi cho người khác.',
    en: 'This link opens until the end of {date}. Whoever has it sees this page: do not pass it on.',
  },
  ownData: { vi: 'Dữ liệu của bạn', en: 'Your data' },
  ownConsents: { vi: 'Những điều bạn đã đồng ý', en: 'What you agreed to' },
  ownLooked: { vi: 'Ai đã xem dữ liệu của bạn', en: 'Who looked at your data' },
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
    vi: 'Trên chính điện thoại này: tải ảnh mã QR, mở ứng dụng ngân hàng rồi chọn quét từ ảnh. Hoặc sao chép từng mục dưới đây.',
    en: 'On this phone: save the QR picture, open your banking app and scan from a picture. Or copy the items below.',
  },
  bankApps: { vi: 'Mở ứng dụng ngân hàng', en: 'Open a banking app' },
  bankAppsCheck: {
    vi: 'Nếu ứng dụng mở mà chưa điền sẵn, hãy quét ảnh mã QR. Luôn đối chiếu số tiền và tên chủ tài khoản.',
    en: 'If the app opens with nothing filled in, scan the QR picture. Always compare the amount and the account holder.',
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
  paidAt: { vi: 'lúc {time}', en: 'at {time}' },
  overpaid: {
    vi: 'Chuyển thừa {over}; quầy thu ngân sẽ trả lại bạn.',
    en: '{over} too much came in; the cashier will give it back.',
  },
  payAtDesk: {
    vi: 'Bạn cũng có thể trả tiền mặt tại quầy thu ngân.',
    en: 'You may also pay in cash at the cashier’s desk.',
  },

  goneTitle: { vi: 'Liên kết này không mở được nữa', en: 'This link does not open any more' },
  goneLead: {
    vi: 'Liên kết đã hết hạn, đã được thay bằng liên kết mới, hoặc bị gõ sai.',
    en: 'It has expired, a newer one has replaced it, or it was mistyped.',
  },
  goneSafe: {
    vi: 'Kết quả khám và hồ sơ của bạn vẫn còn nguyên.',
    en: 'Your results and your renewal are safe.',
  },
  goneTodo: {
    vi: 'Mang giấy tờ tùy thân đến quầy tiếp đón để nhận phiếu mới có mã QR mới.',
    en: 'Bring your identity card to reception for a new slip with a new QR code.',
  },

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
  slipWith: { vi: 'Có điện thoại', en: 'With a phone' },
  slipWithout: { vi: 'Không có điện thoại', en: 'Without a phone' },
  slipWithoutText: {
    vi: 'Phiếu chữ lớn: đi những phòng nào, trả bao nhiêu và trả ở đâu. Không mang mã bí mật; mã đã in trước vẫn dùng được.',
    en: 'In large type: which rooms, how much to pay and where. It carries nothing secret; a code printed before keeps working.',
  },
  slipPrintWithout: { vi: 'In phiếu không có mã', en: 'Print without a code' },
  slipPrint: { vi: 'In phiếu có mã QR', en: 'Print with the QR code' },
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
