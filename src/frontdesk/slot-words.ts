import type { Text } from '../core/text.ts'

/** The page where the desk opens hours for appointments. */
export const slotWords = {
  aSlot: { vi: 'giờ hẹn', en: 'slot' },
  title: { vi: 'Giờ hẹn', en: 'Slots' },
  lead: {
    vi: 'Mở giờ hẹn cho nhiều ngày một lúc; giờ đã mở giữ nguyên. Ngày nghỉ lễ được bỏ qua.',
    en: 'Open slots for many days at once; those already open stay as they are. Holidays are left out.',
  },
  open: { vi: 'Mở giờ hẹn', en: 'Open slots' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  weekdays: { vi: 'Các ngày trong tuần', en: 'Days of the week' },
  start: { vi: 'Bắt đầu lúc', en: 'Start at' },
  end: { vi: 'Kết thúc lúc', en: 'End at' },
  timeHint: { vi: 'Ví dụ 7:30', en: 'For example 7:30' },
  minutes: { vi: 'Mỗi khung dài', en: 'Length of each' },
  minuteUnit: { vi: 'phút', en: 'min' },
  capacity: { vi: 'Số chỗ mỗi khung', en: 'Places in each' },
  publicCapacity: { vi: 'Trong đó đặt qua mạng', en: 'Of these, to be booked online' },
  publicHint: {
    vi: 'Số còn lại chỉ quầy được đặt.',
    en: 'The others are for the desk alone.',
  },
  repeat: { vi: 'Mở như tuần này', en: 'Open as in this week' },
  repeatText: {
    vi: 'Các khung giờ từ {from} đến {to}, với số chỗ của chúng, được mở lại trong những tuần sau. Ngày nghỉ bỏ qua; giờ đã mở giữ nguyên.',
    en: 'The slots from {from} to {to}, with their places, are opened again in the weeks after. Holidays are left out; what is open stays as it is.',
  },
  weeks: { vi: 'Số tuần tiếp theo', en: 'Weeks after it' },
  weekUnit: { vi: 'tuần', en: 'weeks' },
  repeatSave: { vi: 'Mở các tuần ấy', en: 'Open those weeks' },
  emptyWeek: {
    vi: 'Tuần này chưa mở giờ hẹn nào. Chọn một ngày của tuần đã mở.',
    en: 'No slots are open in this week. Choose a day of a week that has some.',
  },
  openedSaid: { vi: 'Đã mở thêm {count} khung giờ.', en: '{count} slots are opened.' },
  changedSaid: { vi: 'Đã đổi số chỗ.', en: 'The number of places is changed.' },
  badTime: { vi: 'Gõ giờ và phút, ví dụ 7:30.', en: 'Type hours and minutes, for example 7:30.' },
  beforeFrom: { vi: 'Ngày cuối đứng trước ngày đầu.', en: 'The last day is before the first.' },
  past: { vi: 'Ngày đầu đã qua.', en: 'The first day is over.' },
  tooLong: { vi: 'Mỗi lần mở nhiều nhất 120 ngày.', en: 'At most 120 days at a time.' },
  tooEarly: {
    vi: 'Từ lúc bắt đầu đến lúc kết thúc không đủ một khung.',
    en: 'Between start and end there is no room for one slot.',
  },
  wholeNumber: {
    vi: 'Gõ một số nguyên từ {least} đến {most}.',
    en: 'Type a whole number from {least} to {most}.',
  },
  closedSlot: { vi: 'nghỉ', en: 'closed' },
  closedTitle: { vi: 'Cơ sở nghỉ vào giờ này', en: 'The house is closed then' },
  closedText: {
    vi: 'Giờ có ghi “nghỉ” không nhận đặt nữa, theo giờ làm việc và ngày nghỉ trong cài đặt.',
    en: 'Times marked “closed” take no more bookings, by the hours and holidays in the settings.',
  },
  tooManyPublic: { vi: 'Nhiều hơn số chỗ của khung.', en: 'More than the slot has places.' },
  noWeekday: {
    vi: 'Chọn ít nhất một ngày trong tuần.',
    en: 'Choose at least one day of the week.',
  },
  belowBooked: {
    vi: 'Số chỗ không thể ít hơn số đã hẹn.',
    en: 'There cannot be fewer places than are booked.',
  },
  time: { vi: 'Giờ', en: 'Time' },
  booked: { vi: 'Đã hẹn', en: 'Booked' },
  places: { vi: 'Số chỗ', en: 'Places' },
  online: { vi: 'Qua mạng', en: 'Online' },
  change: { vi: 'Đổi số chỗ', en: 'Change' },
  placesAt: { vi: 'Số chỗ lúc {at}', en: 'Places at {at}' },
  publicAt: { vi: 'Chỗ đặt qua mạng lúc {at}', en: 'Places to be booked online at {at}' },
  none: { vi: 'Ngày này chưa mở giờ hẹn nào', en: 'No slots are open on this day' },
  noneText: {
    vi: 'Mở giờ hẹn để nhận đặt chỗ tại quầy và qua mạng.',
    en: 'Open slots to take bookings at the desk and online.',
  },
  slotsOf: { vi: 'Các khung giờ ngày {day}', en: 'Slots of {day}' },
  lastOpen: {
    vi: 'Giờ hẹn đã mở đến hết ngày {day}.',
    en: 'Slots are open until the end of {day}.',
  },
} as const satisfies Record<string, Text>

export const weekdayNames: readonly Text[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'Thứ hai', en: 'Monday' },
  { vi: 'Thứ ba', en: 'Tuesday' },
  { vi: 'Thứ tư', en: 'Wednesday' },
  { vi: 'Thứ năm', en: 'Thursday' },
  { vi: 'Thứ sáu', en: 'Friday' },
  { vi: 'Thứ bảy', en: 'Saturday' },
]

export const shortWeekdays: readonly Text[] = [
  { vi: 'CN', en: 'Sun' },
  { vi: 'T2', en: 'Mon' },
  { vi: 'T3', en: 'Tue' },
  { vi: 'T4', en: 'Wed' },
  { vi: 'T5', en: 'Thu' },
  { vi: 'T6', en: 'Fri' },
  { vi: 'T7', en: 'Sat' },
]
