import type { Text } from '../core/text.ts'

const said = {
  aMessage: { vi: 'tin nhắn', en: 'message' },
  aTemplate: { vi: 'mẫu tin nhắn', en: 'message template' },
  title: { vi: 'Tin nhắn', en: 'Messages' },
  lead: {
    vi: 'Tin đã gửi và đang chờ gửi đến điện thoại người hẹn.',
    en: 'What was sent, and what waits to be sent, to the phones of people who booked.',
  },
  templates: { vi: 'Mẫu tin nhắn', en: 'Message templates' },
  back: { vi: 'Cài đặt', en: 'Settings' },
  toTemplates: { vi: 'Sửa mẫu', en: 'Edit the templates' },
  none: { vi: 'Chưa có tin nhắn nào', en: 'No messages yet' },
  noneText: {
    vi: 'Tin được gửi khi có người đặt hẹn và trước ngày hẹn.',
    en: 'Messages go out when somebody books, and before the appointment.',
  },
  off: { vi: 'Chưa nối với cổng tin nhắn', en: 'No message gateway is connected' },
  offText: {
    vi: 'Đặt SMS_URL và SMS_TOKEN để gửi tin; hiện không tin nào được gửi.',
    en: 'Set SMS_URL and SMS_TOKEN to send; at present nothing is sent.',
  },
  template: { vi: 'Loại tin', en: 'Kind' },
  to: { vi: 'Đến số', en: 'To' },
  text: { vi: 'Nội dung', en: 'Text' },
  state: { vi: 'Tình trạng', en: 'State' },
  at: { vi: 'Lúc', en: 'At' },
  noGateway: { vi: 'chưa nối cổng tin nhắn', en: 'no gateway is connected' },
  answer: { vi: 'Cổng trả lời', en: 'The gateway’s answer' },
  again: { vi: 'Gửi lại', en: 'Send again' },
  againSaid: { vi: 'Tin được gửi lại.', en: 'The message is sent again.' },
  body: { vi: 'Nội dung tin', en: 'Text' },
  bodyHint: {
    vi: 'Có thể dùng: {fields}',
    en: 'May be used: {fields}',
  },
  plain: { vi: 'Gửi không dấu (rẻ hơn)', en: 'Send without accents (cheaper)' },
  enabled: { vi: 'Gửi loại tin này', en: 'Send messages of this kind' },
  save: { vi: 'Lưu mẫu', en: 'Save' },
  preview: { vi: 'Xem thử', en: 'Preview' },
  previewOf: { vi: 'Người nhận sẽ thấy', en: 'What people will read' },
  parts: { vi: '{letters} ký tự, tính {parts} tin', en: '{letters} letters, charged as {parts}' },
  savedSaid: { vi: 'Đã lưu mẫu tin nhắn.', en: 'The template is saved.' },
  unknownField: {
    vi: 'Không có chỗ điền {fields}. Viết đúng như trong danh sách.',
    en: 'There is no field {fields}. Write them as they are listed.',
  },
  noControl: { vi: 'Có ký tự không in được.', en: 'There are signs in it that cannot be printed.' },
  tooLong: {
    vi: 'Tin này tính thành {parts} tin; nhiều nhất {most}. Viết ngắn lại hoặc gửi không dấu.',
    en: 'This is charged as {parts} messages; {most} at most. Make it shorter, or send it without accents.',
  },
  refuses: {
    vi: 'Tin này không gửi lại được.',
    en: 'This message cannot be sent again.',
  },
} as const satisfies Record<string, Text>

export const messageWords = {
  ...said,
  states: {
    queued: { vi: 'Chờ gửi', en: 'Waiting' },
    sending: { vi: 'Đang gửi', en: 'Being sent' },
    sent: { vi: 'Đã gửi', en: 'Sent' },
    refused: { vi: 'Bị từ chối', en: 'Refused' },
    unknown: { vi: 'Không rõ', en: 'Unknown' },
    cancelled: { vi: 'Đã bỏ', en: 'Dropped' },
  },
  kinds: {
    'appointment-booked': { vi: 'Xác nhận đặt hẹn', en: 'Booking confirmed' },
    'appointment-reminder': { vi: 'Nhắc hẹn', en: 'Reminder' },
    'appointment-cancelled': { vi: 'Báo hủy hẹn', en: 'Cancellation' },
  },
  fields: {
    name: { vi: 'họ tên', en: 'name' },
    time: { vi: 'giờ hẹn', en: 'time' },
    day: { vi: 'ngày hẹn', en: 'day' },
    place: { vi: 'tên cơ sở', en: 'the house' },
    address: { vi: 'địa chỉ cơ sở', en: 'its address' },
    phone: { vi: 'điện thoại cơ sở', en: 'its phone' },
  },
  /** What is sent until somebody writes another: Vietnamese, for it goes to the patient. */
  defaults: {
    'appointment-booked':
      '{place}: da giu cho cho {name} luc {time} ngay {day}. Mang the can cuoc. DT {phone}',
    'appointment-reminder':
      '{place}: nhac {name} den kham luc {time} ngay {day}, {address}. DT {phone}',
    'appointment-cancelled':
      '{place}: lich hen cua {name} luc {time} ngay {day} da huy. Dat lai qua DT {phone}',
  },
  sample: {
    name: 'Nguyễn Thị Minh Châu',
    time: '08:30',
    day: '01/12/2026',
    place: 'TTYT Ngũ Hành Sơn',
    address: '582 Lê Văn Hiến',
    phone: '02363000000',
  },
} as const
