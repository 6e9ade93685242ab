import type { Text } from '../core/text.ts'

/** The result and its paper, in plain words. */
export const outcomeTexts = {
  paper: { vi: 'Giấy khám sức khỏe', en: 'Health certificate' },
  forDriver: { vi: 'Của người lái xe', en: 'For driving' },
  result: { vi: 'Kết quả khám', en: 'Result' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  number: { vi: 'Số giấy', en: 'Number' },
  validUntil: { vi: 'Giá trị đến hết', en: 'Valid until' },
  reexamineOn: { vi: 'Khám lại ngày', en: 'Re-exam on' },
  doctorWrote: { vi: 'Bác sĩ ghi', en: 'The doctor wrote' },
  download: { vi: 'Tải giấy khám sức khỏe (PDF)', en: 'Download the certificate (PDF)' },
  proof: { vi: 'Trang xác thực giấy', en: 'Page that proves it genuine' },
  held: {
    vi: 'Thanh toán xong thì tải được giấy khám sức khỏe tại đây.',
    en: 'You can download the certificate here once the bill is paid.',
  },
  meaning: { vi: 'Điều này nghĩa là gì', en: 'What this means' },
  unfitMeans: {
    vi: 'Ở lần khám này, có điểm chưa đạt tiêu chuẩn sức khỏe để lái xe {class}. Đây là kết luận cho việc lái xe vào lúc này; lần khám sau có thể khác.',
    en: 'At this exam, something did not meet the health standard for driving: {class}. It is a conclusion about driving, today; another exam may end differently.',
  },
  reviewMeans: {
    vi: 'Bạn được lái xe {class}. Bác sĩ hẹn xem lại một điểm vào ngày khám lại.',
    en: 'You may drive: {class}. The doctor wants to look at one thing again on the re-exam day.',
  },
  toDo: { vi: 'Bạn có thể làm gì', en: 'What you can do' },
  askDoctor: {
    vi: 'Hỏi bác sĩ kết luận, tốt nhất ngay hôm nay, để được giải thích từng điểm.',
    en: 'Ask the concluding doctor to explain each point, today if you can.',
  },
  treat: {
    vi: 'Sau khi điều trị hoặc điều chỉnh (ví dụ đeo kính), bạn có thể khám lại. Hỏi bác sĩ nên chờ bao lâu rồi hẹn ngày tại quầy tiếp đón.',
    en: 'After treatment or correction (glasses, for instance) you may have another exam. Ask the doctor how long to wait, then fix a day at reception.',
  },
  disagree: {
    vi: 'Nếu thấy kết luận hoặc điều đã ghi chưa đúng, hãy yêu cầu xem lại tại quầy tiếp đón. Yêu cầu xem hay sửa dữ liệu của bạn được trả lời trong 2 ngày làm việc.',
    en: 'If you think the conclusion or something written is wrong, ask at reception for it to be looked at again. A request to see or correct your data is answered within 2 working days.',
  },
  untilThen: {
    vi: 'Từ nay đến lúc đó, xin đừng lái xe {class}.',
    en: 'Until then, please do not drive: {class}.',
  },
} as const satisfies Record<string, Text>
