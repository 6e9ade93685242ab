import type { Text } from '../core/text.ts'

/** Appointments at the desk. */
const pages = {
  anAppointment: { vi: 'lịch hẹn', en: 'appointment' },
  title: { vi: 'Lịch hẹn', en: 'Appointments' },
  titleOf: { vi: 'Lịch hẹn ngày {day}', en: 'Appointments of {day}' },
  new: { vi: 'Đặt lịch hẹn', en: 'Book an appointment' },
  messages: { vi: 'Tin nhắn', en: 'Messages' },
  slots: { vi: 'Giờ hẹn', en: 'Slots' },
  today: { vi: 'Hôm nay', en: 'Today' },
  earlier: { vi: 'Ngày trước', en: 'Day before' },
  later: { vi: 'Ngày sau', en: 'Day after' },
  day: { vi: 'Ngày', en: 'Day' },
  time: { vi: 'Giờ', en: 'Time' },
  person: { vi: 'Họ tên', en: 'Name' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  source: { vi: 'Nguồn', en: 'From' },
  state: { vi: 'Tình trạng', en: 'State' },
  act: { vi: 'Việc', en: 'Act' },
  slot: { vi: 'Giờ hẹn', en: 'Time' },
  slotOn: { vi: 'Giờ hẹn ngày {day}', en: 'Time on {day}' },
  slotFree: { vi: '{at} · còn {free} chỗ', en: '{at} · {free} free' },
  save: { vi: 'Đặt lịch hẹn', en: 'Book it' },
  arrive: { vi: 'Đã đến', en: 'Has come' },
  cancel: { vi: 'Hủy hẹn', en: 'Cancel' },
  count: { vi: 'Đã hẹn', en: 'Booked' },
  came: { vi: 'Đã đến', en: 'Came' },
  missed: { vi: 'Không đến', en: 'Did not come' },
  free: { vi: 'Chỗ trống', en: 'Free places' },
  none: { vi: 'Ngày này chưa ai hẹn', en: 'Nobody is booked for this day' },
  noneText: {
    vi: 'Đặt lịch tại quầy, hoặc gửi địa chỉ {address} cho người khám tự đặt.',
    en: 'Book at the desk, or give people the address {address} to book themselves.',
  },
  noSlotsOn: { vi: 'Ngày {day} không còn giờ hẹn trống', en: 'No slot is free on {day}' },
  noSlotsText: {
    vi: 'Chọn ngày khác, hoặc mở thêm giờ hẹn.',
    en: 'Choose another day, or open more slots.',
  },
  chooseDay: { vi: 'Xem ngày này', en: 'Show this day' },
  full: {
    vi: 'Giờ này vừa hết chỗ. Chọn giờ khác.',
    en: 'This time has just filled up. Choose another.',
  },
  closed: {
    vi: 'Cơ sở nghỉ vào giờ này. Chọn giờ khác.',
    en: 'The house is closed at this time. Choose another.',
  },
  sameTime: { vi: 'Người này đang hẹn đúng giờ đó.', en: 'This person is booked for that time.' },
  otherDay: {
    vi: 'Ngày đã đổi. Chọn một giờ của ngày này.',
    en: 'The day has changed. Choose a time of this day.',
  },
  twice: {
    vi: 'Người này đã có hẹn vào đúng giờ đó.',
    en: 'This person is booked for that time already.',
  },
  past: { vi: 'Giờ này đã qua. Chọn giờ khác.', en: 'This time is over. Choose another.' },
  future: { vi: 'Ngày sinh ở tương lai.', en: 'The birth date lies in the future.' },
  lettersOnly: {
    vi: 'Họ tên chỉ gồm chữ cái, nhiều nhất 60 ký tự.',
    en: 'The name has letters only, at most 60.',
  },
  chooseSlot: { vi: 'Chọn một giờ.', en: 'Choose a time.' },
  bookedSaid: { vi: 'Đã đặt lịch hẹn.', en: 'The appointment is booked.' },
  cancelledSaid: { vi: 'Đã hủy lịch hẹn.', en: 'The appointment is cancelled.' },
  atDesk: { vi: 'Quầy', en: 'Desk' },
  online: { vi: 'Qua mạng', en: 'Online' },
  move: { vi: 'Dời lịch', en: 'Move' },
  moveTitle: { vi: 'Dời lịch hẹn', en: 'Move an appointment' },
  moveLead: {
    vi: '{name} · đang hẹn {time} ngày {day}',
    en: '{name} · booked for {time} on {day}',
  },
  moveSave: { vi: 'Dời sang giờ này', en: 'Move to this time' },
  moveHint: {
    vi: 'Nếu tin nhắn đang bật, giờ mới được nhắn đến số {phone}.',
    en: 'Where messages are on, the new time is sent to {phone}.',
  },
  moveNoPhone: {
    vi: 'Người này không để lại số điện thoại: hãy tự báo cho họ.',
    en: 'This person left no phone number: tell them yourself.',
  },
  movedSaid: { vi: 'Đã dời lịch hẹn.', en: 'The appointment is moved.' },
  displaced: { vi: 'Cần ngày khác', en: 'Needs another day' },
  displacedTitle: {
    vi: 'Có {count} người hẹn vào lúc cơ sở nghỉ',
    en: 'Booked for when the house is closed: {count}',
  },
  displacedText: {
    vi: 'Mở từng ngày và dời mỗi người sang giờ khác, hoặc hủy hẹn; ai có số điện thoại được nhắn tin.',
    en: 'Open each day and move everybody to another time, or cancel; who left a phone number is told.',
  },
  displacedDay: { vi: '{day}: {count} người', en: '{day}: {count}' },
  displacedHoliday: { vi: '{day} ({holiday}): {count} người', en: '{day} ({holiday}): {count}' },
  notToday: {
    vi: 'Lịch hẹn không phải hôm nay.',
    en: 'The appointment is not for today.',
  },
} as const satisfies Record<string, Text>

export const appointmentWords = {
  ...pages,
  refuses: {
    booked: { vi: 'Lịch hẹn đang chờ.', en: 'The appointment is still to be kept.' },
    arrived: { vi: 'Người này đã đến.', en: 'This person has come.' },
    'no-show': {
      vi: 'Lịch hẹn đã qua mà không ai đến.',
      en: 'The appointment passed and nobody came.',
    },
    cancelled: { vi: 'Lịch hẹn đã hủy.', en: 'The appointment is cancelled.' },
  },
  states: {
    booked: { vi: 'Đang chờ', en: 'Expected' },
    arrived: { vi: 'Đã đến', en: 'Came' },
    'no-show': { vi: 'Không đến', en: 'Did not come' },
    cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  },
} as const
