import type { Text } from '../core/text.ts'

/** The desk that works while the server is away, and what it has not sent yet. */
export const unsentWords = {
  title: { vi: 'Quầy khi mất kết nối', en: 'Desk without a connection' },
  lead: {
    vi: 'Ghi tiếp khi máy chủ không trả lời. Mọi thứ nằm trên máy này, được mã hóa, và tự gửi khi có lại kết nối.',
    en: 'Go on while the server does not answer. All of it stays on this device, encrypted, and is sent once the connection is back.',
  },
  away: { vi: 'Máy chủ đang mất kết nối', en: 'The server is away' },
  awayText: {
    vi: 'Cứ tiếp nhận ở đây. Số thứ tự, phiếu thanh toán và mã QR có sau khi gửi được.',
    en: 'Go on here. Ticket, bill and QR code come once this is sent.',
  },
  signedOut: {
    vi: 'Máy chủ đã trả lời, nhưng phiên của bạn đã hết',
    en: 'The server is back, your session is not',
  },
  signedOutText: {
    vi: 'Đăng nhập lại bằng đúng tài khoản này; những gì chưa gửi sẽ tự đi.',
    en: 'Sign in again with this same account; what was not sent goes out by itself.',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  scan: { vi: 'Quét thẻ căn cước', en: 'Scan the identity card' },
  scanHint: {
    vi: 'Quét ở đâu trên trang cũng được; các ô bên dưới tự điền.',
    en: 'Scan anywhere on this page; the fields below fill themselves.',
  },
  fillIn: { vi: 'Điền vào các ô', en: 'Fill in' },
  noCard: { vi: 'Đây không phải mã của thẻ căn cước.', en: 'This is not the code of a card.' },
  person: { vi: 'Người khám', en: 'Person' },
  exam: { vi: 'Lượt khám', en: 'Exam' },
  held: { vi: 'Giấy phép đang giữ', en: 'Licence held' },
  bill: { vi: 'Thu phí', en: 'Bill' },
  billNow: { vi: 'Lập phiếu thanh toán', en: 'Make the bill' },
  billOnly: {
    vi: 'Chỉ lập phiếu cho người đã tiếp nhận',
    en: 'Only a bill, for somebody registered',
  },
  billOnlyHint: {
    vi: 'Danh sách lúc còn kết nối; chọn thì không cần điền các ô bên trên.',
    en: 'As of when the connection was lost; choosing one, the fields above are not needed.',
  },
  otherServices: { vi: 'Dịch vụ khác', en: 'Other services' },
  keep: { vi: 'Giữ lại để gửi', en: 'Keep, to be sent' },
  keptHere: { vi: 'Đã giữ trên máy này.', en: 'Kept on this device.' },
  goneOut: {
    vi: 'Mục này vừa được gửi đi nên không sửa được nữa.',
    en: 'This was being sent just now, so it cannot be changed any more.',
  },
  editing: { vi: 'Đang sửa một mục chưa gửi', en: 'Changing what was not sent yet' },
  stopEditing: { vi: 'Thôi sửa', en: 'Leave it as it was' },
  list: { vi: 'Chưa gửi và vừa gửi', en: 'Not sent yet, and just sent' },
  none: { vi: 'Không có gì chờ gửi', en: 'Nothing waits to be sent' },
  noneText: {
    vi: 'Khi máy chủ mất kết nối, những gì giữ lại sẽ hiện ở đây.',
    en: 'While the server is away, what you keep appears here.',
  },
  others: {
    vi: 'Trên máy này còn {n} mục của người khác; chỉ người đó đăng nhập mới xem và gửi được.',
    en: 'On this device there are {n} of somebody else; only they, signed in, can see and send them.',
  },
  needsScript: {
    vi: 'Trang này cần JavaScript. Không có thì dùng phiếu giấy.',
    en: 'This page needs JavaScript. Without it, use the paper form.',
  },
  noDesk: {
    vi: 'Vai trò của bạn không tiếp nhận và không thu phí, nên không có gì để ghi ở đây.',
    en: 'Your role neither registers nor bills, so there is nothing to keep here.',
  },
  faults: { vi: 'Chưa giữ được', en: 'Not kept yet' },
  nameMissing: { vi: 'Nhập họ và tên.', en: 'Enter the name.' },
  dateWrong: { vi: 'Ngày chưa đúng, ví dụ 03/04/1985.', en: 'Not a day; a right one: 03/04/1985.' },
  sexMissing: { vi: 'Chọn nam hoặc nữ.', en: 'Choose male or female.' },
  numberWrong: { vi: 'Số định danh có 12 chữ số.', en: 'The personal id has 12 digits.' },
  classMissing: { vi: 'Chọn hạng khám.', en: 'Choose the class.' },
  purposeMissing: { vi: 'Chọn mục đích.', en: 'Choose the purpose.' },
  heldIncomplete: {
    vi: 'Giấy phép đang giữ cần cả hạng và hệ thống hạng.',
    en: 'The licence held needs its class and scheme.',
  },
  consentMissing: {
    vi: 'Không có đồng ý này thì không khám được.',
    en: 'Without this consent there is no exam.',
  },
  billNothing: { vi: 'Chọn ít nhất một dịch vụ.', en: 'Choose at least one service.' },
} as const satisfies Record<string, Text>

/** What stands on one entry of the list. */
export const entryWords = {
  waiting: { vi: 'Chờ gửi', en: 'Waiting' },
  refused: { vi: 'Cần bạn xem', en: 'Needs you' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  old: {
    vi: 'Đã thử gửi hơn 20 giờ trước và không rõ đã đến chưa. Tìm người này trước; nếu chưa có lượt khám thì gửi lại.',
    en: 'Tried more than 20 hours ago, and it is unknown whether it arrived. Look the person up first; send again only if there is no exam.',
  },
  serverSays: { vi: 'Máy chủ trả lời', en: 'The server says' },
  typed: { vi: 'Đã ghi', en: 'What was kept' },
  use: { vi: 'Là {name} {birth}', en: 'It is {name} {birth}' },
  known: { vi: 'Dùng hồ sơ đã có', en: 'Use the record that is there' },
  look: { vi: 'Xem hồ sơ đó', en: 'Look at that record' },
  new: { vi: 'Người khác, lập hồ sơ mới', en: 'Somebody else, make a new record' },
  again: { vi: 'Gửi lại', en: 'Send again' },
  edit: { vi: 'Sửa', en: 'Change' },
  discard: { vi: 'Bỏ', en: 'Discard' },
  clear: { vi: 'Cất khỏi danh sách', en: 'Put away' },
  patient: { vi: 'Hồ sơ người khám', en: 'The person' },
  exam: { vi: 'Phiếu khám', en: 'The exam' },
  invoice: { vi: 'Phiếu thanh toán', en: 'The bill' },
  askDiscard: { vi: 'Bỏ hẳn mục này?', en: 'Discard this for good?' },
  keepIt: { vi: 'Giữ lại', en: 'Keep it' },
  askText: {
    vi: 'Những gì đã ghi sẽ mất và không được gửi nữa.',
    en: 'What was kept is lost and will not be sent.',
  },
} as const satisfies Record<string, Text>
