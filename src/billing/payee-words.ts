import type { Text } from '../core/text.ts'

export const payeeFaults = {
  bin: { vi: 'Chọn ngân hàng.', en: 'Choose the bank.' },
  account: {
    vi: 'Số tài khoản gồm 1 đến 19 chữ số hoặc chữ cái.',
    en: 'An account number has 1 to 19 digits or letters.',
  },
  name: {
    vi: 'Nhập tên chủ tài khoản đúng như ngân hàng ghi, chữ in hoa không dấu.',
    en: 'Give the holder’s name as the bank has it, in capitals without diacritics.',
  },
  reason: {
    vi: 'Nêu lý do, từ 5 chữ: người duyệt và nhật ký sẽ thấy.',
    en: 'Give the reason, 5 letters or more: the approver and the log will see it.',
  },
  same: { vi: 'Đây chính là tài khoản đang nhận tiền.', en: 'This is the present account.' },
  decided: {
    vi: 'Yêu cầu này đã được quyết định.',
    en: 'This request has been decided already.',
  },
  samePerson: {
    vi: 'Bạn là người yêu cầu, nên người khác phải duyệt. Bạn chỉ có thể rút lại.',
    en: 'You asked for this, so another person must decide it. You can only withdraw it.',
  },
  notYours: {
    vi: 'Chỉ người yêu cầu mới rút lại được; bạn có thể từ chối.',
    en: 'Only whoever asked can withdraw it; you can refuse it.',
  },
  notApart: {
    vi: 'Người yêu cầu vừa tạo tài khoản hoặc cấp mật khẩu cho bạn trong 72 giờ qua, nên bạn chưa được duyệt yêu cầu của họ. Nhờ người khác duyệt, hoặc đợi đủ 72 giờ.',
    en: 'Whoever asked made your account or set your password within the last 72 hours, so you cannot approve it yet. Ask someone else, or wait for the 72 hours to pass.',
  },
  password: { vi: 'Mật khẩu không đúng.', en: 'The password is wrong.' },
  open: {
    vi: 'Đang có một yêu cầu chờ duyệt. Rút lại hoặc quyết định yêu cầu đó trước.',
    en: 'A request is waiting already. Withdraw or decide that one first.',
  },
} as const satisfies Record<string, Text>

export const payeeWords = {
  title: { vi: 'Tài khoản nhận tiền', en: 'Payee account' },
  settings: { vi: 'Cài đặt', en: 'Settings' },
  lead: {
    vi: 'Mọi mã QR trả tiền dẫn về tài khoản này. Một người yêu cầu đổi, người khác duyệt.',
    en: 'Every payment QR leads to this account. One person asks for a change, another approves it.',
  },
  present: { vi: 'Đang nhận tiền', en: 'Paid into now' },
  configured: {
    vi: 'Lấy từ cấu hình máy chủ (BANK_BIN, BANK_ACCOUNT, BANK_ACCOUNT_NAME).',
    en: 'From the server’s configuration (BANK_BIN, BANK_ACCOUNT, BANK_ACCOUNT_NAME).',
  },
  since: {
    vi: 'Từ {at}, do {by} yêu cầu, {approver} duyệt.',
    en: 'Since {at}, asked for by {by}, approved by {approver}.',
  },
  waiting: { vi: 'Yêu cầu đang chờ duyệt', en: 'A request is waiting' },
  waitingText: {
    vi: 'Cho đến khi được duyệt, mọi mã QR vẫn dẫn về tài khoản cũ.',
    en: 'Until it is approved every QR still leads to the old account.',
  },
  from: { vi: 'Từ', en: 'From' },
  to: { vi: 'Sang', en: 'To' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  bin: { vi: 'Ngân hàng', en: 'Bank' },
  account: { vi: 'Số tài khoản', en: 'Account number' },
  name: { vi: 'Tên chủ tài khoản', en: 'Account holder' },
  nameHint: {
    vi: 'Đúng như ngân hàng ghi: chữ in hoa, không dấu.',
    en: 'As the bank has it: capitals, no diacritics.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Ví dụ: tài khoản cũ đóng ngày 30/11, theo công văn số 12.',
    en: 'For example: the old account closes on 30 November, letter no. 12.',
  },
  askTitle: { vi: 'Yêu cầu đổi tài khoản', en: 'Ask for another account' },
  ask: { vi: 'Gửi yêu cầu', en: 'Send the request' },
  asked: {
    vi: 'Đã gửi yêu cầu. Người khác phải duyệt thì tài khoản mới đổi.',
    en: 'The request is sent. Someone else must approve it before anything changes.',
  },
  askedBy: { vi: 'Người yêu cầu', en: 'Asked for by' },
  askedAt: { vi: 'Lúc', en: 'At' },
  approve: { vi: 'Duyệt đổi tài khoản', en: 'Approve the change' },
  approveHint: {
    vi: 'Gọi ngân hàng hoặc xem sao kê để chắc số tài khoản đúng. Sau khi duyệt, mã QR đổi ngay.',
    en: 'Check the number with the bank or on a statement. Once approved, the QR changes at once.',
  },
  password: { vi: 'Mật khẩu của bạn', en: 'Your password' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  refuseReason: { vi: 'Vì sao từ chối', en: 'Why it is refused' },
  withdraw: { vi: 'Rút lại yêu cầu', en: 'Withdraw the request' },
  yours: {
    vi: 'Bạn đã gửi yêu cầu này, nên một giám đốc hoặc quản trị viên khác phải duyệt.',
    en: 'You sent this request, so a director or another administrator must approve it.',
  },
  nobodyElse: {
    vi: 'Chưa có ai khác duyệt được: hãy tạo tài khoản cho giám đốc hoặc một quản trị viên nữa.',
    en: 'There is nobody else who could approve: make an account for the director or a second administrator.',
  },
  approved: {
    vi: 'Đã duyệt. Mã QR từ bây giờ dẫn về tài khoản mới.',
    en: 'Approved. From now on the QR leads to the new account.',
  },
  refused: { vi: 'Đã từ chối; tài khoản giữ nguyên.', en: 'Refused; the account stays.' },
  withdrawn: { vi: 'Đã rút lại; tài khoản giữ nguyên.', en: 'Withdrawn; the account stays.' },
  history: { vi: 'Các lần đổi', en: 'Changes so far' },
  historyNone: { vi: 'Tài khoản chưa đổi lần nào.', en: 'The account has never been changed.' },
  stateHead: { vi: 'Kết quả', en: 'Outcome' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by' },
  aChange: { vi: 'yêu cầu đổi tài khoản', en: 'the request' },
  formerHint: {
    vi: 'Tiền vào tài khoản cũ vẫn được nhận ra và ghi đúng phiếu, vì phiếu đã in vẫn còn ngoài kia.',
    en: 'Money that arrives on a former account is still recognised and booked: printed bills are still about.',
  },
  announceAsked: {
    vi: 'Có yêu cầu đổi tài khoản nhận tiền',
    en: 'A change of the payee account is asked for',
  },
  announceAskedText: {
    vi: '{by} yêu cầu đổi sang {to}, lúc {at}. Chưa duyệt: mã QR vẫn dẫn về {from}.',
    en: '{by} asked for {to} at {at}. Not approved: the QR still leads to {from}.',
  },
  announceChanged: { vi: 'Tài khoản nhận tiền đã đổi', en: 'The payee account has changed' },
  announceChangedText: {
    vi: 'Từ {at}, mã QR dẫn về {to} (trước là {from}). {by} yêu cầu, {approver} duyệt. Bỏ các mã QR đã in dán sẵn.',
    en: 'Since {at} the QR leads to {to} (before: {from}). Asked for by {by}, approved by {approver}. Take down QR codes that were put up in print.',
  },
  announceLink: { vi: 'Xem yêu cầu', en: 'See the request' },
} as const satisfies Record<string, Text>

export const payeeStateWords = {
  requested: { vi: 'Chờ duyệt', en: 'Waiting' },
  approved: { vi: 'Đã đổi', en: 'Changed' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  withdrawn: { vi: 'Rút lại', en: 'Withdrawn' },
} as const satisfies Record<string, Text>
