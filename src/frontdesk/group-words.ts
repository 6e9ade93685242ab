import type { Text } from '../core/text.ts'
import type { Standing } from './group-decision.ts'

/** The pages of groups. */
export const groupWords = {
  aGroup: { vi: 'đoàn', en: 'group' },
  aList: { vi: 'danh sách', en: 'list' },
  groups: { vi: 'Đoàn khám', en: 'Groups' },
  groupsLead: {
    vi: 'Công ty gửi nhiều lái xe: nhận danh sách, theo dõi ai đã đến, ai đã xong, thu phí chung.',
    en: 'A company that sends many drivers: take its list, see who has come and is done, bill them together.',
  },
  newGroup: { vi: 'Thêm đoàn', en: 'Add a group' },
  noGroups: { vi: 'Chưa có đoàn nào', en: 'No groups yet' },
  noGroupsText: {
    vi: 'Thêm đoàn rồi tải danh sách CSV hoặc Excel của công ty lên.',
    en: 'Add a group, then upload the company’s list as CSV or Excel.',
  },
  back: { vi: 'Các đoàn', en: 'Groups' },
  name: { vi: 'Tên công ty hoặc đoàn', en: 'Company or group' },
  contactName: { vi: 'Người liên hệ', en: 'Contact' },
  contactPhone: { vi: 'Điện thoại liên hệ', en: 'Contact’s phone' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  defaults: { vi: 'Khi danh sách không ghi', en: 'Where the list says nothing' },
  defaultsHint: {
    vi: 'Dòng nào có cột hạng hoặc mục đích thì theo dòng đó.',
    en: 'A line that names its own class or purpose is taken at its word.',
  },
  save: { vi: 'Lưu đoàn', en: 'Save the group' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  members: { vi: 'Người trong đoàn', en: 'People of the group' },
  noMembers: { vi: 'Đoàn chưa có ai', en: 'Nobody in it yet' },
  noMembersText: {
    vi: 'Tải danh sách lên; xem kết quả từng dòng trước khi ghi.',
    en: 'Upload a list; you see what becomes of each line before anything is registered.',
  },
  count: { vi: 'Số người', en: 'People' },
  came: { vi: 'Đã đến', en: 'Came' },
  done: { vi: 'Đã xong', en: 'Done' },
  ofAll: { vi: 'trong {all} người', en: 'of {all}' },
  billed: { vi: 'Đã lập phiếu', en: 'Billed' },
  sum: { vi: 'Tổng tiền', en: 'Sum' },
  paidOf: { vi: 'đã thu {paid}', en: '{paid} paid' },
  person: { vi: 'Họ tên', en: 'Name' },
  birthDate: { vi: 'Ngày sinh', en: 'Birth date' },
  state: { vi: 'Tình trạng', en: 'State' },
  bill: { vi: 'Phiếu thanh toán', en: 'Bill' },
  awaited: { vi: 'Chưa đến', en: 'Not here yet' },
  expected: { vi: 'Hẹn {at}', en: 'Expected {at}' },
  cameAt: { vi: 'Đến lúc {at}', en: 'Came at {at}' },
  doneAt: { vi: 'Xong lúc {at}', en: 'Done at {at}' },
  created: { vi: 'Lập ngày', en: 'Since' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  open: { vi: 'Đang nhận', en: 'Open' },
  close: { vi: 'Đóng đoàn', en: 'Close the group' },
  reopen: { vi: 'Mở lại đoàn', en: 'Open it again' },
  closedSaid: { vi: 'Đã đóng đoàn.', en: 'The group is closed.' },
  reopenedSaid: { vi: 'Đã mở lại đoàn.', en: 'The group is open again.' },
  createdSaid: { vi: 'Đã thêm đoàn.', en: 'The group is added.' },
  closedRefuses: {
    vi: 'Đoàn đã đóng nên không ghi thêm người. Mở lại đoàn rồi làm tiếp.',
    en: 'The group is closed, so nobody is added to it. Open it again first.',
  },
  upload: { vi: 'Danh sách', en: 'List' },
  file: { vi: 'Tệp CSV hoặc Excel (.xlsx)', en: 'CSV or Excel file (.xlsx)' },
  fileHint: {
    vi: 'Cần cột họ tên và ngày sinh; nên có số CCCD, giới tính, điện thoại, hạng. Chưa ghi gì cho đến khi bạn xem xong.',
    en: 'Name and birth date are needed; personal id, sex, phone and class help. Nothing is registered until you have looked.',
  },
  send: { vi: 'Xem từng dòng', en: 'Look at each line' },
  sample: { vi: 'Tải tệp mẫu', en: 'Get a sample file' },
  noFile: { vi: 'Chọn một tệp trước.', en: 'Choose a file first.' },
  book: { vi: 'Hẹn cả đoàn', en: 'Book the group' },
  bookCount: { vi: 'Hẹn {count} người', en: 'Book {count} people' },
  bookHint: {
    vi: 'Xếp lần lượt vào các khung giờ còn chỗ, từ giờ này trở đi.',
    en: 'One slot after the other with free places, from this time on.',
  },
  bookDay: { vi: 'Ngày', en: 'Day' },
  bookFrom: { vi: 'Từ giờ', en: 'From' },
  bookedSaid: { vi: 'Đã hẹn {count} người.', en: '{count} people are booked.' },
  past: { vi: 'Ngày giờ này đã qua.', en: 'This day and time are over.' },
  badTime: { vi: 'Gõ giờ, ví dụ 7:30.', en: 'Type a time, for example 7:30.' },
  tooFewPlaces: {
    vi: 'Từ giờ này chỉ còn {free} chỗ cho {people} người. Chọn ngày khác, hoặc mở thêm giờ hẹn.',
    en: 'From then on {free} places are free for {people} people. Choose another day, or open more slots.',
  },
  lists: { vi: 'Danh sách đã tải lên', en: 'Lists uploaded' },
  uploaded: { vi: 'Tải lên lúc', en: 'Uploaded' },
  by: { vi: 'Người tải', en: 'By' },
  listRegistered: { vi: 'Đã ghi', en: 'Registered' },
  listWaiting: { vi: 'Chưa ghi', en: 'Not registered yet' },
} as const satisfies Record<string, Text>

/** Why a file that was chosen is no list. */
export const fileFaultWords = {
  empty: { vi: 'Tệp không có dòng nào.', en: 'There are no lines in the file.' },
  'old-excel': {
    vi: 'Đây là tệp Excel đời cũ (.xls) hoặc có mật khẩu. Mở bằng Excel rồi lưu thành .xlsx, không đặt mật khẩu.',
    en: 'This is an old Excel file (.xls), or one with a password. Open it in Excel and save it as .xlsx without one.',
  },
  broken: {
    vi: 'Không đọc được tệp này. Mở bằng Excel rồi lưu lại thành .xlsx hoặc CSV UTF-8.',
    en: 'This file cannot be read. Open it in Excel and save it again as .xlsx or CSV UTF-8.',
  },
  'too-large': {
    vi: 'Tệp quá lớn: nhiều nhất 2.000 dòng trong một danh sách. Chia thành nhiều tệp.',
    en: 'The file is too large: 2,000 lines at most. Divide it into several.',
  },
  'not-utf8': {
    vi: 'Chữ trong tệp không phải UTF-8 nên dấu sẽ sai. Trong Excel chọn Lưu thành “CSV UTF-8”.',
    en: 'The text is not UTF-8, so the accents would be wrong. In Excel save it as “CSV UTF-8”.',
  },
} as const satisfies Record<string, Text>

export const standingNames: Record<Standing, Text> = {
  new: { vi: 'Ghi mới', en: 'New' },
  known: { vi: 'Đã có hồ sơ', en: 'On record' },
  member: { vi: 'Đã trong đoàn', en: 'In the group' },
  differs: { vi: 'Khác hồ sơ', en: 'Differs' },
  likely: { vi: 'Có thể trùng', en: 'Perhaps twice' },
  faulty: { vi: 'Cần sửa', en: 'To mend' },
}

/** The dry run of a list, line by line. */
export const decisionWords = {
  title: { vi: 'Xem trước danh sách', en: 'Look at the list' },
  lead: {
    vi: 'Chưa ghi gì. Xem từng dòng, chọn ở những dòng cần xem, rồi ghi.',
    en: 'Nothing is registered yet. Look at each line, choose where asked, then register.',
  },
  line: { vi: 'Dòng', en: 'Line' },
  result: { vi: 'Kết quả', en: 'Result' },
  remarks: { vi: 'Ghi chú', en: 'Remarks' },
  report: { vi: 'Từng dòng của danh sách', en: 'The list, line by line' },
  otherPhone: {
    vi: 'Số điện thoại khác hồ sơ; hồ sơ giữ nguyên.',
    en: 'The phone number is not that of the record, which stays as it is.',
  },
  differsFrom: {
    vi: 'Số định danh này là của {name}, sinh {birthDate}.',
    en: 'This personal id is that of {name}, born {birthDate}.',
  },
  likelyIs: {
    vi: 'Giống {name}, sinh {birthDate}, đã có hồ sơ.',
    en: 'Like {name}, born {birthDate}, who is on record.',
  },
  choose: { vi: 'Dòng {line}: làm gì', en: 'Line {line}: what to do' },
  leave: { vi: 'Để lại, chưa ghi', en: 'Leave it for now' },
  isNew: { vi: 'Là người khác: ghi mới', en: 'Someone else: register anew' },
  isRecord: { vi: 'Là {name} ({birthDate}) đã có hồ sơ', en: 'Is {name} ({birthDate}) on record' },
  register: { vi: 'Ghi {count} người vào đoàn', en: 'Register {count} people' },
  registerChosen: { vi: 'Ghi những dòng đã chọn', en: 'Register the lines chosen' },
  nothingLeft: { vi: 'Cả danh sách đã ở trong đoàn.', en: 'All of the list is in the group.' },
  registeredSaid: {
    vi: 'Đã ghi {added} người; còn {left} dòng chưa ghi.',
    en: '{added} people are registered; {left} lines are left.',
  },
  registeredAllSaid: {
    vi: 'Đã ghi {added} người, không sót dòng nào.',
    en: '{added} people are registered, no line is left.',
  },
  stillLeft: {
    vi: 'Những dòng chưa ghi vẫn ở đây. Sửa trong tệp rồi tải lên lại: ai đã ghi không bị ghi hai lần.',
    en: 'What was not registered is still here. Mend the file and upload it again: nobody is registered twice.',
  },
  unread: { vi: 'Cột không đọc: {columns}.', en: 'Columns that are not read: {columns}.' },
  otherSheets: {
    vi: 'Chỉ đọc trang tính đầu; chưa đọc: {sheets}.',
    en: 'Only the first sheet is read; not read: {sheets}.',
  },
  lacking: {
    vi: 'Không tìm thấy cột {columns} ở các dòng đầu.',
    en: 'There is no column {columns} among the first lines.',
  },
  lackingText: {
    vi: 'Dòng tiêu đề cần ghi tên cột, ví dụ: Họ và tên; Ngày sinh; Giới tính; Số CCCD; Điện thoại; Hạng.',
    en: 'The head line has to name the columns, for example: Họ và tên; Ngày sinh; Giới tính; Số CCCD; Điện thoại; Hạng.',
  },
} as const satisfies Record<string, Text>
