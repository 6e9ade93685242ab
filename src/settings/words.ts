import type { Text } from '../core/text.ts'

/** What every page of the settings says. */
export const settingWords = {
  settings: { vi: 'Cài đặt', en: 'Settings' },
  setup: { vi: 'Chuẩn bị lượt khám đầu tiên', en: 'Ready for the first exam' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  savedBy: { vi: '{name} lưu lúc {at}', en: 'Saved by {name} at {at}' },
  staleTitle: { vi: 'Người khác vừa lưu trước bạn', en: 'Someone else saved before you' },
  staleText: {
    vi: 'Chưa có gì bị ghi đè. Những gì bạn nhập vẫn ở trong các ô; lưu lần nữa thì bản của bạn thay bản đang lưu.',
    en: 'Nothing was overwritten. What you typed is still in the fields; saving again replaces what is stored.',
  },
  staleSame: {
    vi: 'Bản đang lưu giống bản của bạn, nên không cần lưu nữa.',
    en: 'What is stored is the same as yours: there is nothing left to save.',
  },
  field: { vi: 'Mục', en: 'Field' },
  stored: { vi: 'Đang lưu', en: 'Stored' },
  yours: { vi: 'Bạn nhập', en: 'Yours' },
  nothing: { vi: '(trống)', en: '(empty)' },
  versions: { vi: 'Các lần lưu', en: 'Versions' },
  version: { vi: 'Lần', en: 'No.' },
  when: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Nội dung', en: 'What' },
} as const satisfies Record<string, Text>

export const facilityWords = {
  title: { vi: 'Cơ sở', en: 'Facility' },
  lead: {
    vi: 'In trên giấy khám sức khỏe, phiếu thanh toán, phiếu thu và đầu mỗi trang.',
    en: 'Printed on certificates, bills and receipts, and at the head of every page.',
  },
  data: { vi: 'Thông tin cơ sở', en: 'The facility’s data' },
  code: { vi: 'Mã cơ sở khám bệnh', en: 'Facility code' },
  codeHint: {
    vi: 'Nằm trong số của mọi giấy khám và trong dữ liệu gửi cổng bảo hiểm, nên chỉ đặt một lần trong cấu hình máy chủ (FACILITY_CODE).',
    en: 'Part of every certificate’s number and of what goes to the insurance gateway, so it is set once, in the server’s configuration (FACILITY_CODE).',
  },
  name: { vi: 'Tên cơ sở', en: 'Name' },
  superior: { vi: 'Cơ quan chủ quản', en: 'Superior body' },
  superiorHint: {
    vi: 'Dòng đầu tiên của giấy khám sức khỏe, ví dụ: Sở Y tế thành phố Đà Nẵng.',
    en: 'The first line of the certificate, for example: Sở Y tế thành phố Đà Nẵng.',
  },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  phoneHint: {
    vi: 'In trên phiếu để người khám gọi khi cần.',
    en: 'Printed on slips, for patients to call.',
  },
  taxCode: { vi: 'Mã số thuế', en: 'Tax code' },
  savedText: {
    vi: 'Đã lưu thông tin cơ sở. Giấy in từ bây giờ mang thông tin mới.',
    en: 'The facility’s data is saved. Papers printed from now on carry it.',
  },
  logo: { vi: 'Biểu trưng', en: 'Logo' },
  logoHint: {
    vi: 'PNG hoặc JPEG, mỗi cạnh từ 64 đến 3000 điểm ảnh, không quá 1 MB. In ở đầu phiếu thanh toán, phiếu thu và phiếu đi khám. Giấy khám sức khỏe theo mẫu của Bộ Y tế không có biểu trưng.',
    en: 'PNG or JPEG, 64 to 3000 pixels each side, up to 1 MB. It heads bills, receipts and slips. The certificate follows the ministry’s form, which has no logo.',
  },
  logoFile: { vi: 'Tệp ảnh', en: 'Picture' },
  logoAgain: {
    vi: 'Biểu trưng giữ nguyên. Chọn tệp khác rồi tải lên.',
    en: 'The logo stays as it was. Choose another file and upload it.',
  },
  logoNone: {
    vi: 'Chưa có biểu trưng: giấy in mang tên cơ sở bằng chữ.',
    en: 'No logo yet: papers carry the name in letters.',
  },
  logoNow: { vi: 'Biểu trưng đang dùng', en: 'The present logo' },
  setLogo: { vi: 'Tải lên', en: 'Upload' },
  removeLogo: { vi: 'Bỏ biểu trưng', en: 'Remove the logo' },
  logoSet: { vi: 'Đã đổi biểu trưng.', en: 'The logo is changed.' },
  logoGone: { vi: 'Đã bỏ biểu trưng.', en: 'The logo is removed.' },
  aLogo: { vi: 'biểu trưng', en: 'the logo' },
} as const satisfies Record<string, Text>

export const calendarWords = {
  title: { vi: 'Giờ làm việc và ngày nghỉ', en: 'Opening hours and holidays' },
  lead: {
    vi: 'Lịch hẹn chỉ mở vào những giờ này; ngày nghỉ không nhận hẹn.',
    en: 'Appointments are offered within these hours, and on no holiday.',
  },
  hours: { vi: 'Giờ mở cửa trong tuần', en: 'Opening hours of a week' },
  hoursHint: {
    vi: 'Viết như 07:30 hoặc 7h30. Để trống buổi không làm việc.',
    en: 'Write 07:30 or 7h30. Leave empty what is closed.',
  },
  day: { vi: 'Ngày', en: 'Day' },
  morning: { vi: 'Sáng', en: 'Morning' },
  afternoon: { vi: 'Chiều', en: 'Afternoon' },
  opens: { vi: 'mở', en: 'opens' },
  closes: { vi: 'đóng', en: 'closes' },
  timeLabel: { vi: '{day}, buổi {part}, {end}', en: '{day}, {part}, {end}' },
  to: { vi: 'đến', en: 'to' },
  hoursSaved: { vi: 'Đã lưu giờ làm việc.', en: 'The opening hours are saved.' },
  holidays: { vi: 'Ngày nghỉ', en: 'Holidays' },
  holidaysHint: {
    vi: 'Mỗi dòng một ngày: ngày/tháng/năm rồi tên, ví dụ “02/09/2026 Quốc khánh”.',
    en: 'A day a line: day/month/year, then what it is, for example “02/09/2026 National Day”.',
  },
  holidaysSaved: { vi: 'Đã lưu ngày nghỉ.', en: 'The holidays are saved.' },
  saveHours: { vi: 'Lưu giờ làm việc', en: 'Save the hours' },
  saveHolidays: { vi: 'Lưu ngày nghỉ', en: 'Save the holidays' },
  closed: { vi: 'nghỉ', en: 'closed' },
} as const satisfies Record<string, Text>

export const weekdayWords = {
  1: { vi: 'Thứ hai', en: 'Monday' },
  2: { vi: 'Thứ ba', en: 'Tuesday' },
  3: { vi: 'Thứ tư', en: 'Wednesday' },
  4: { vi: 'Thứ năm', en: 'Thursday' },
  5: { vi: 'Thứ sáu', en: 'Friday' },
  6: { vi: 'Thứ bảy', en: 'Saturday' },
  7: { vi: 'Chủ nhật', en: 'Sunday' },
} as const satisfies Record<number, Text>
