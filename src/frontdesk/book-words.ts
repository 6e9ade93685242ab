import type { Text } from '../core/text.ts'

/** The public page on which people book for themselves. */
export const bookWords = {
  title: { vi: 'Đặt lịch khám sức khỏe lái xe', en: 'Book a driver’s health exam' },
  lead: {
    vi: 'Chọn ngày, chọn giờ, rồi đến đúng giờ với thẻ căn cước.',
    en: 'Choose a day and a time, then come at that time with your identity card.',
  },
  chooseDay: { vi: 'Chọn ngày', en: 'Choose a day' },
  dayFew: { vi: '{weekday} {day} · còn {free}', en: '{weekday} {day} · {free} left' },
  dayMany: { vi: '{weekday} {day}', en: '{weekday} {day}' },
  chooseTime: { vi: 'Giờ hẹn ngày {day}', en: 'Times on {day}' },
  you: { vi: 'Người đến khám', en: 'Who comes' },
  exam: { vi: 'Khám để làm gì', en: 'What the exam is for' },
  send: { vi: 'Đặt lịch', en: 'Book' },
  privacy: {
    vi: 'Họ tên, ngày sinh và số điện thoại chỉ dùng để giữ chỗ và nhắc hẹn; ai không đến thì sau 30 ngày được xóa.',
    en: 'Name, birth date and phone number are used to keep your place and to remind you, and are deleted after 30 days if you do not come.',
  },
  full: { vi: 'Hiện chưa có giờ hẹn trống', en: 'No times are free at present' },
  fullText: {
    vi: 'Bạn có thể đến thẳng trung tâm trong giờ làm việc, hoặc xem lại trang này sau.',
    en: 'You may come to the centre in its working hours, or look here again later.',
  },
  dayFull: { vi: 'Ngày này đã hết chỗ. Chọn ngày khác.', en: 'This day is full. Choose another.' },
  tooOften: {
    vi: 'Gửi quá nhiều lần. Chờ {seconds} giây rồi thử lại.',
    en: 'Too many requests. Wait {seconds} seconds and try again.',
  },
  booked: { vi: 'Đã giữ chỗ cho bạn', en: 'Your place is kept' },
  bookedLead: {
    vi: '{name}, hẹn gặp lúc {time} ngày {day}.',
    en: '{name}, see you at {time} on {day}.',
  },
  at: { vi: 'Giờ hẹn', en: 'Time' },
  name: { vi: 'Họ và tên', en: 'Name' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  bring: {
    vi: 'Mang theo thẻ căn cước và giấy phép lái xe đang có. Đến nơi, đưa thẻ ở quầy tiếp nhận là được.',
    en: 'Bring your identity card and the licence you hold. At the centre, show the card at the reception desk.',
  },
  keep: {
    vi: 'Lưu lại trang này: địa chỉ của nó là cách duy nhất để bạn hủy hẹn.',
    en: 'Keep this page: its address is the only way for you to cancel.',
  },
  closedTitle: { vi: 'Trung tâm nghỉ vào giờ này', en: 'The centre is closed at that time' },
  closedText: {
    vi: 'Đừng đến vào giờ này. Chúng tôi sẽ hẹn bạn giờ khác; bạn cũng có thể hủy và tự đặt giờ khác.',
    en: 'Do not come then. We will give you another time; you may also cancel and book one yourself.',
  },
  cancel: { vi: 'Tôi không đến được: hủy hẹn', en: 'I cannot come: cancel' },
  cancelledTitle: { vi: 'Lịch hẹn đã hủy', en: 'The appointment is cancelled' },
  cancelledText: {
    vi: 'Chỗ của bạn đã nhường cho người khác. Bạn có thể đặt giờ khác.',
    en: 'Your place is free for someone else. You can book another time.',
  },
  overTitle: { vi: 'Lịch hẹn này đã qua', en: 'This appointment is over' },
  overText: {
    vi: 'Nếu bạn chưa khám, hãy đặt giờ khác.',
    en: 'If you have not been examined, book another time.',
  },
  arrivedTitle: { vi: 'Bạn đã đến', en: 'You have arrived' },
  arrivedText: {
    vi: 'Theo dõi tiếp bằng mã QR trên phiếu bạn được phát ở quầy.',
    en: 'Follow along with the QR code on the slip that you were given at the desk.',
  },
  again: { vi: 'Đặt giờ khác', en: 'Book another time' },
  aBooking: { vi: 'lịch hẹn', en: 'booking' },
} as const satisfies Record<string, Text>
