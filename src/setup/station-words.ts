import type { Text } from '../core/text.ts'

export const stationSettingWords = {
  title: { vi: 'Bàn, phòng khám', en: 'Stations' },
  lead: {
    vi: 'Mỗi bàn làm một hay nhiều việc; số thứ tự dẫn người khám đến bàn chờ ngắn nhất còn việc của họ.',
    en: 'Each serves one task or several; a ticket leads people to the shortest queue that has a task of theirs.',
  },
  settings: { vi: 'Cài đặt', en: 'Settings' },
  add: { vi: 'Thêm bàn', en: 'Add a station' },
  edit: { vi: 'Sửa bàn', en: 'Change the station' },
  name: { vi: 'Tên bàn', en: 'Name' },
  nameHint: { vi: 'Ví dụ: Bàn 1, Mắt.', en: 'For example: Desk 1, Eyes.' },
  room: { vi: 'Phòng', en: 'Room' },
  roomHint: {
    vi: 'Bảng gọi số đọc đúng chữ này, ví dụ: Phòng 102.',
    en: 'The board says just this, for example: Room 102.',
  },
  tasks: { vi: 'Việc ở bàn này', en: 'What is done there' },
  nameMissing: { vi: 'Đặt tên cho bàn.', en: 'Give it a name.' },
  roomMissing: {
    vi: 'Nhập phòng: người được gọi phải biết đi đâu.',
    en: 'Give the room: whoever is called must know where to go.',
  },
  tasksMissing: { vi: 'Chọn ít nhất một việc.', en: 'Choose at least one.' },
  position: { vi: 'Thứ tự trên bảng', en: 'Place on the board' },
  open: { vi: 'Đang mở', en: 'Open' },
  shut: { vi: 'Đang đóng', en: 'Shut' },
  state: { vi: 'Trạng thái', en: 'State' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu bàn.', en: 'The station is saved.' },
  added: { vi: 'Đã thêm bàn.', en: 'The station is added.' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  none: { vi: 'Chưa có bàn nào', en: 'No stations yet' },
  noneText: {
    vi: 'Vẫn khám được mà không có bàn: số thứ tự chỉ đánh số người. Thêm bàn để số dẫn đường và bảng gọi số hoạt động.',
    en: 'Exams work without: tickets then only number people. Add stations so that tickets lead the way and the board works.',
  },
  unserved: { vi: 'Chưa bàn nào làm: {list}.', en: 'No station serves: {list}.' },
  doOpen: { vi: 'Mở bàn', en: 'Open it' },
  doShut: { vi: 'Đóng bàn', en: 'Shut it' },
  openHint: { vi: 'Nhận người từ bây giờ.', en: 'Takes people from now on.' },
  shutHint: {
    vi: 'Không nhận ai thêm; ai đang chờ ở đây chuyển sang bàn khác.',
    en: 'Takes nobody any more; whoever waits here goes elsewhere.',
  },
  retire: { vi: 'Bỏ bàn', en: 'Retire it' },
  retireHint: {
    vi: 'Bỏ hẳn khỏi danh sách; những gì đã diễn ra ở đây vẫn đọc được.',
    en: 'Out of the list for good; what happened there stays readable.',
  },
  opened: { vi: 'Đã mở bàn.', en: 'The station is open.' },
  closed: { vi: 'Đã đóng bàn.', en: 'The station is shut.' },
  retired: { vi: 'Đã bỏ bàn.', en: 'The station is retired.' },
} as const satisfies Record<string, Text>

export const deskTaskWords = {
  declaration: { vi: 'Tiếp đón, khai tiền sử', en: 'Reception, declaration' },
  payment: { vi: 'Thu tiền', en: 'Payment' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
} as const satisfies Record<string, Text>
