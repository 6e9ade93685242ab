import type { Text } from '../core/text.ts'
import type { DeviceKind, DeviceState } from './device.ts'

export const deviceWords = {
  title: { vi: 'Màn hình và ki-ốt', en: 'Boards and kiosks' },
  aDevice: { vi: 'thiết bị', en: 'device' },
  lead: {
    vi: 'Bảng gọi số và ki-ốt tự đăng ký. Mỗi thiết bị có quyền riêng, rất hẹp, và thu hồi riêng được.',
    en: 'Boards that call numbers and kiosks that register. Each has narrow rights of its own and is revoked by itself.',
  },
  views: { vi: 'Lọc theo trạng thái', en: 'By state' },
  living: { vi: 'Đang dùng', en: 'In use' },
  revokedOnes: { vi: 'Đã thu hồi', en: 'Revoked' },
  all: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Chưa có thiết bị nào.', en: 'There are no devices yet.' },
  noneText: {
    vi: 'Thêm một thiết bị, rồi nhập mã ghép trên chính màn hình đó.',
    en: 'Add one, then type its pairing code on that very screen.',
  },
  noneRevoked: { vi: 'Chưa thu hồi thiết bị nào.', en: 'None has been revoked.' },
  add: { vi: 'Thêm thiết bị', en: 'Add a device' },
  name: { vi: 'Tên', en: 'Name' },
  nameHint: { vi: 'Ví dụ: Bảng sảnh tầng 1', en: 'Example: board in the hall' },
  nameFault: { vi: 'Nhập tên (2–60 ký tự).', en: 'Enter a name (2–60 characters).' },
  kind: { vi: 'Loại', en: 'Kind' },
  kindFault: { vi: 'Chọn loại thiết bị.', en: 'Choose what it is.' },
  create: { vi: 'Tạo và lấy mã ghép', en: 'Make it and get the code' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  back: { vi: 'Màn hình và ki-ốt', en: 'Boards and kiosks' },
  status: { vi: 'Trạng thái', en: 'Status' },
  lastSeen: { vi: 'Thấy lần cuối', en: 'Last seen' },
  never: { vi: 'Chưa thấy', en: 'Never' },
  pairedUntil: { vi: 'Ghép đến', en: 'Paired until' },
  codeTitle: { vi: 'Mã ghép thiết bị', en: 'Pairing code' },
  codeFor: { vi: '{kind}: {name}', en: '{kind}: {name}' },
  codeHint: {
    vi: 'Chỉ hiện một lần, dùng một lần, hết hạn sau {minutes} phút. Trên màn hình cần ghép, mở {address} và nhập mã này.',
    en: 'Shown once, works once, ends after {minutes} minutes. On the screen to be paired open {address} and type it.',
  },
  copy: { vi: 'Chép', en: 'Copy' },
  done: { vi: 'Đã nhập, về danh sách', en: 'Typed in, back to the list' },
  newCode: { vi: 'Mã ghép mới', en: 'New pairing code' },
  newCodeAsk: { vi: 'Lấy mã ghép mới cho “{name}”?', en: 'A new pairing code for “{name}”?' },
  newCodeText: {
    vi: 'Màn hình đang ghép vẫn chạy cho đến khi mã mới được nhập ở một màn hình; từ lúc đó màn hình cũ dừng.',
    en: 'The screen paired now goes on until the new code is typed somewhere; from then on it stops.',
  },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revokeAsk: { vi: 'Thu hồi “{name}”?', en: 'Revoke “{name}”?' },
  revokeText: {
    vi: 'Màn hình đó dừng ngay và không lấy lại được; muốn dùng tiếp phải thêm thiết bị khác.',
    en: 'That screen stops at once and cannot be brought back; to go on, add another device.',
  },
  saidRevoked: { vi: 'Đã thu hồi thiết bị.', en: 'The device is revoked.' },
  open: { vi: 'Mở bảng gọi số', en: 'Open the board' },
} as const satisfies Record<string, Text>

export const pairWords = {
  title: { vi: 'Ghép màn hình này', en: 'Pair this screen' },
  lead: {
    vi: 'Nhập mã mà quản trị viên vừa tạo ở trang “Màn hình và ki-ốt”.',
    en: 'Type the code that the administrator has just made under “Boards and kiosks”.',
  },
  code: { vi: 'Mã ghép', en: 'Pairing code' },
  codeHint: {
    vi: 'Mười chữ và số, không phân biệt hoa thường.',
    en: 'Ten letters and digits, upper or lower case.',
  },
  pair: { vi: 'Ghép', en: 'Pair' },
  wrong: {
    vi: 'Mã không đúng, đã dùng hoặc đã hết hạn. Xin quản trị viên mã mới.',
    en: 'The code is wrong, used or expired. Ask the administrator for a new one.',
  },
  tooMany: {
    vi: 'Nhập sai quá nhiều lần. Thử lại sau {seconds} giây.',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  staff: { vi: 'Tôi là nhân viên, đăng nhập', en: 'I work here: sign in' },
} as const satisfies Record<string, Text>

export const deviceKindWords: Readonly<Record<DeviceKind, Text>> = {
  board: { vi: 'Bảng gọi số', en: 'Board' },
  kiosk: { vi: 'Ki-ốt đăng ký', en: 'Kiosk' },
}

export const deviceKindHints: Readonly<Record<DeviceKind, Text>> = {
  board: {
    vi: 'Chỉ thấy số thứ tự và phòng, không có tên ai.',
    en: 'Sees ticket numbers and rooms; no names.',
  },
  kiosk: {
    vi: 'Người đến tự đăng ký, khai và lấy số; không xem được dữ liệu của ai.',
    en: 'People register, declare and take a number; it reads nobody’s data.',
  },
}

export const deviceStateWords: Readonly<Record<DeviceState, Text>> = {
  waiting: { vi: 'Chờ ghép', en: 'Waiting to be paired' },
  'code-expired': { vi: 'Mã hết hạn', en: 'Code expired' },
  paired: { vi: 'Đã ghép', en: 'Paired' },
  expired: { vi: 'Hết hạn ghép', en: 'Pairing ended' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
}
