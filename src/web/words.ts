import type { Lang, Text } from '../core/text.ts'

/** What the frame around every page says. A feature's own words stand in its own `words.ts`. */
export const words = {
  product: { vi: 'Liên thông', en: 'Liên thông' },
  description: {
    vi: 'Khám sức khỏe lái xe, trả phí bằng mã QR và đổi giấy phép trong một lần đến.',
    en: 'Driver’s health exam, payment by QR code and licence renewal in one visit.',
  },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  demoTitle: { vi: 'Bản trình diễn', en: 'Demonstration' },
  demoText: {
    vi: 'Dữ liệu là giả. Đừng nhập thông tin người thật, đừng trả tiền theo mã QR.',
    en: 'The data is made up. Enter no real people, pay none of the QR codes.',
  },
  mainNavigation: { vi: 'Mục chính', en: 'Main' },
  account: { vi: 'Tài khoản', en: 'Account' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  ownAccount: { vi: 'Đổi mật khẩu', en: 'Change your password' },
  signedInAs: { vi: 'Đang đăng nhập: {name}', en: 'Signed in as {name}' },
  find: { vi: 'Tìm hoặc mở…', en: 'Find or open…' },
  findKeys: { vi: 'Ctrl K', en: 'Ctrl K' },
  shortcuts: { vi: 'Phím tắt', en: 'Keyboard shortcuts' },
  unsent: { vi: '{n} chưa gửi', en: '{n} not sent' },
  goOn: { vi: 'Làm tiếp khi mất kết nối', en: 'Go on without the server' },
  notifications: { vi: 'Thông báo', en: 'Notifications' },
} as const satisfies Record<string, Text>

/** Each language in itself: whoever looks for it may read no other. */
export const languageWords = {
  vi: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'Tiếng Anh', en: 'English' },
} as const satisfies Record<Lang, Text>

export const navWords = {
  home: { vi: 'Trang chủ', en: 'Home' },
  patients: { vi: 'Người khám', en: 'Patients' },
  exams: { vi: 'Lượt khám', en: 'Exams' },
  stations: { vi: 'Các bàn', en: 'Stations' },
  appointments: { vi: 'Lịch hẹn', en: 'Appointments' },
  groups: { vi: 'Đoàn khám', en: 'Groups' },
  bills: { vi: 'Thu phí', en: 'Bills' },
  bank: { vi: 'Ngân hàng', en: 'Bank queue' },
  records: { vi: 'Bệnh án', en: 'Records' },
  renewals: { vi: 'Đổi giấy phép', en: 'Renewals' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  staff: { vi: 'Nhân viên', en: 'Staff' },
  settings: { vi: 'Cài đặt', en: 'Settings' },
  audit: { vi: 'Nhật ký', en: 'Audit log' },
} as const satisfies Record<string, Text>

export const pieceWords = {
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  notRecorded: { vi: 'Chưa ghi', en: 'Not recorded' },
  choose: { vi: 'Chọn…', en: 'Choose…' },
  datePattern: { vi: 'ngày/tháng/năm', en: 'dd/mm/yyyy' },
  chooseFile: { vi: 'Chọn tệp', en: 'Choose a file' },
  noFile: { vi: 'Chưa chọn tệp nào', en: 'No file chosen yet' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  shortcut: { vi: 'Phím tắt: {keys}', en: 'Shortcut: {keys}' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  filter: { vi: 'Lọc trong bảng', en: 'Filter this table' },
  filtered: { vi: '{count} trong {total} dòng', en: '{count} of {total} rows' },
  filteredNone: {
    vi: 'Không dòng nào có chữ này. Xóa bớt chữ để thấy lại.',
    en: 'No row has this. Delete some of it to see the rows again.',
  },
  sorted: { vi: 'Đã xếp theo {column}, {direction}', en: 'Sorted by {column}, {direction}' },
  ascending: { vi: 'tăng dần', en: 'ascending' },
  descending: { vi: 'giảm dần', en: 'descending' },
  unsorted: { vi: 'Thứ tự ban đầu', en: 'Original order' },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  range: { vi: '{min} đến {max}', en: '{min} to {max}' },
  atLeast: { vi: 'từ {min}', en: '{min} or more' },
  atMost: { vi: 'đến {max}', en: 'up to {max}' },
  wrong: { vi: 'Lỗi:', en: 'Error:' },
  errorSummary: { vi: 'Chưa lưu được: có {count} mục cần sửa', en: 'Not saved: {count} to mend' },
  errorSummaryHint: {
    vi: 'Những gì đã nhập vẫn còn nguyên. Bấm vào từng dòng để đến mục đó.',
    en: 'What you typed is still here. Choose a line to go to its field.',
  },
  busy: { vi: 'Đang gửi…', en: 'Sending…' },
  print: { vi: 'In', en: 'Print' },
  back: { vi: 'Quay lại', en: 'Back' },
  next: { vi: 'Trang sau', en: 'Next' },
  previous: { vi: 'Trang trước', en: 'Previous' },
  pages: { vi: 'Chuyển trang', en: 'Pages' },
  emptyTable: { vi: 'Chưa có gì ở đây.', en: 'Nothing here yet.' },
  complete: { vi: 'Xong', en: 'Done' },
  inProgress: { vi: 'Đang làm', en: 'In progress' },
  needsAction: { vi: 'Cần làm', en: 'Needs action' },
  waiting: { vi: 'Chờ', en: 'Waiting' },
  failed: { vi: 'Không thành', en: 'Failed' },
  by: { vi: 'bởi {name}', en: 'by {name}' },
} as const satisfies Record<string, Text>

/** Spoken by the ES modules; they find them as data attributes, so no word lives in a script. */
export const scriptWords = {
  restored: {
    vi: 'Đã lấy lại nội dung bạn nhập dở, chưa gửi.',
    en: 'What you had typed and not sent is back.',
  },
  discard: { vi: 'Bỏ nội dung này', en: 'Discard it' },
  offline: {
    vi: 'Mất kết nối với máy chủ. Trang sẽ tự cập nhật khi có lại.',
    en: 'The connection is lost. The page will catch up when it is back.',
  },
  online: { vi: 'Đã kết nối lại.', en: 'Connected again.' },
  signedOut: {
    vi: 'Phiên làm việc đã hết. Tải lại trang để đăng nhập.',
    en: 'Your session has ended. Reload the page to sign in.',
  },
  keysTitle: { vi: 'Phím tắt', en: 'Keyboard shortcuts' },
  keysHere: { vi: 'Trang này', en: 'This page' },
  keysGo: { vi: 'Đi đến', en: 'Go to' },
  keysEverywhere: { vi: 'Ở đâu cũng dùng được', en: 'Everywhere' },
  keysThen: { vi: 'rồi', en: 'then' },
  keysFind: { vi: 'Tìm hoặc mở', en: 'Find or open' },
  keysSearch: { vi: 'Đến ô tìm kiếm', en: 'Go to the search field' },
  close: { vi: 'Đóng', en: 'Close' },
  copied: { vi: 'Đã sao chép.', en: 'Copied.' },
} as const satisfies Record<string, Text>
