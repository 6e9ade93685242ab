import type { Text } from '../core/text.ts'

/** The declaration on the applicant's own phone. */
export const declareWords = {
  title: { vi: 'Khai tiền sử sức khỏe', en: 'Your health declaration' },
  back: { vi: 'Lượt khám của bạn', en: 'Your visit' },
  lead: {
    vi: 'Bác sĩ đọc tờ khai này cùng bạn rồi ký. Khai đúng giúp bạn và người khác an toàn trên đường.',
    en: 'A doctor reads it with you and signs it. True answers keep you and others safe on the road.',
  },
  family: {
    vi: 'Gia đình bạn có ai mắc bệnh này không?',
    en: 'Does anyone in your family have this?',
  },
  personal: { vi: 'Bạn đã hoặc đang có điều này không?', en: 'Have you, or have you had, this?' },
  present: { vi: 'Hiện tại', en: 'At present' },
  detail: { vi: 'Ghi rõ', en: 'Say more' },
  detailOf: { vi: 'Ghi rõ: {question}', en: 'Say more: {question}' },
  currentIllness: {
    vi: 'Bạn đang mắc bệnh gì? Để trống nếu không có.',
    en: 'Which illness do you have now? Leave empty if none.',
  },
  medicines: {
    vi: 'Thuốc bạn đang dùng và liều. Để trống nếu không có.',
    en: 'Medicines that you take, and the doses. Leave empty if none.',
  },
  pledge: {
    vi: 'Đánh dấu cam đoan thì mới gửi được.',
    en: 'Tick the pledge, then it can be sent.',
  },
  pledgeText: {
    vi: 'Tôi cam đoan những điều khai trên đây hoàn toàn đúng sự thật.',
    en: 'I declare that all the above is true.',
  },
  send: { vi: 'Gửi tờ khai', en: 'Send the declaration' },
  sendAgain: { vi: 'Gửi lại tờ khai', en: 'Send it again' },
  restNo: { vi: 'Các câu chưa trả lời: không', en: 'All unanswered: no' },
  restDone: {
    vi: 'Đã chọn "không" cho {count} câu. Hãy đọc lại trước khi gửi.',
    en: 'Chose “no” for {count} questions. Read them again before you send.',
  },
  restNothing: { vi: 'Câu nào cũng đã có trả lời.', en: 'Every question has its answer.' },
  missing: { vi: 'Chọn có hoặc không.', en: 'Choose yes or no.' },
  unexplained: { vi: 'Trả lời "có" thì ghi rõ.', en: 'A “yes” needs a word more.' },
  unreadable: {
    vi: 'Có chỗ quá dài hoặc không đọc được. Hãy rút gọn rồi gửi lại.',
    en: 'Something is too long or cannot be read. Shorten it and send again.',
  },
  draftBack: {
    vi: 'Đây là phần bạn khai dở lúc {at}, chưa gửi.',
    en: 'This is what you had typed at {at} and not sent.',
  },
  draftKept: { vi: 'Đã giữ phần bạn khai.', en: 'What you typed is kept.' },
  draftLost: {
    vi: 'Mất mạng; sẽ giữ lại khi có mạng. Đừng đóng trang.',
    en: 'No network; it is kept once there is one. Do not close the page.',
  },
  given: {
    vi: 'Bạn đã khai. Có thể sửa và gửi lại cho đến khi bác sĩ ký.',
    en: 'It is given. You may change it and send it again until a doctor signs it.',
  },
  changed: {
    vi: 'Tờ khai vừa được ghi ở nơi khác. Dưới đây là phần bạn nhập; gửi lần nữa để dùng phần này.',
    en: 'It was just written elsewhere. Below is what you typed; send once more to use this.',
  },
  signed: {
    vi: 'Bác sĩ đã ký tờ khai. Muốn sửa, hãy nói với bác sĩ.',
    en: 'A doctor has signed it. To change it, tell the doctor.',
  },
  closed: {
    vi: 'Lượt khám đã xong nên không khai thêm được.',
    en: 'The exam is over, so nothing can be added.',
  },
  none: {
    vi: 'Lượt khám chưa được mở; hãy hỏi quầy tiếp đón.',
    en: 'No exam has been opened yet; ask at reception.',
  },
  sent: {
    vi: 'Đã gửi tờ khai. Bác sĩ sẽ đọc lại cùng bạn.',
    en: 'Your declaration is sent. A doctor will read it with you.',
  },
} as const satisfies Record<string, Text>
