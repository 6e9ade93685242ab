import type { Text } from '../core/text.ts'

export const facilityFaults = {
  name: {
    vi: 'Nhập tên cơ sở, từ 3 chữ trở lên.',
    en: 'Give the facility’s name, 3 letters or more.',
  },
  superior: {
    vi: 'Nhập cơ quan chủ quản; tên này in trên giấy khám sức khỏe.',
    en: 'Give the superior body; it is printed on the certificate.',
  },
  address: { vi: 'Nhập địa chỉ.', en: 'Give the address.' },
  taxCode: {
    vi: 'Mã số thuế có 10 chữ số, hoặc 13 với đơn vị phụ thuộc.',
    en: 'A tax code has 10 digits, or 13 for a dependent unit.',
  },
  phone: {
    vi: 'Số điện thoại chỉ gồm chữ số và dấu cách, ví dụ 0236 3000 000.',
    en: 'A telephone number holds digits and spaces, for example 0236 3000 000.',
  },
} as const satisfies Record<string, Text>

export const logoFaults = {
  missing: { vi: 'Chưa chọn tệp ảnh nào.', en: 'No picture was chosen.' },
  'too-large': {
    vi: 'Ảnh lớn hơn 1 MB. Hãy giảm kích thước rồi tải lại.',
    en: 'The picture is larger than 1 MB. Make it smaller and try again.',
  },
  'not-a-picture': {
    vi: 'Tệp này không phải ảnh PNG hoặc JPEG.',
    en: 'This file is no PNG or JPEG picture.',
  },
  damaged: {
    vi: 'Ảnh bị hỏng hoặc bị cắt cụt nên không in được. Hãy xuất lại từ tệp gốc.',
    en: 'The picture is damaged or cut off and cannot be printed. Export it again.',
  },
  'too-small': {
    vi: 'Ảnh quá nhỏ để in rõ: mỗi cạnh ít nhất 64 điểm ảnh.',
    en: 'Too small to print clearly: at least 64 pixels on each side.',
  },
  'too-many-pixels': {
    vi: 'Ảnh quá nhiều điểm ảnh: mỗi cạnh không quá 3000.',
    en: 'Too many pixels: at most 3000 on each side.',
  },
} as const satisfies Record<string, Text>

export const calendarFaults = {
  time: { vi: 'Viết giờ như 07:30.', en: 'Write a time as 07:30.' },
  both: { vi: 'Nhập cả giờ mở và giờ đóng.', en: 'Give both the opening and the closing time.' },
  order: { vi: 'Giờ đóng phải sau giờ mở.', en: 'It closes after it opens.' },
  overlap: {
    vi: 'Buổi chiều phải bắt đầu sau khi buổi sáng kết thúc.',
    en: 'The afternoon begins after the morning has ended.',
  },
  day: { vi: 'Dòng {line}: không đọc được ngày “{text}”.', en: 'Line {line}: “{text}” is no day.' },
  twice: {
    vi: 'Dòng {line}: ngày này đã có ở trên.',
    en: 'Line {line}: this day stands above already.',
  },
  tooMany: { vi: 'Không quá 200 ngày nghỉ.', en: 'At most 200 holidays.' },
} as const satisfies Record<string, Text>

export const settingFaults = {
  stale: {
    vi: 'Người khác vừa lưu trước bạn. Cả hai bản hiện bên dưới; chưa có gì bị ghi đè.',
    en: 'Someone else saved before you. Both versions are below; nothing was overwritten.',
  },
} as const satisfies Record<string, Text>
