import type { Text } from '../core/text.ts'

/** What the patient agreed to, and how it is taken back. */
export const agreedWords = {
  title: { vi: 'Những điều bạn đã đồng ý', en: 'What you agreed to' },
  lead: {
    vi: 'Mỗi điều là riêng: bạn có thể rút lại một điều mà giữ điều kia.',
    en: 'Each stands alone: you may take one back and keep the other.',
  },
  back: { vi: 'Lượt khám của bạn', en: 'Your visit' },
  exam: { vi: 'Khám và lưu kết quả', en: 'The exam and its record' },
  renewal: { vi: 'Gửi kết quả để đổi giấy phép', en: 'Sending the result for your renewal' },
  given: { vi: 'Bạn đã đồng ý lúc {at}.', en: 'You agreed at {at}.' },
  refused: { vi: 'Bạn không đồng ý, ghi lúc {at}.', en: 'You did not agree, noted at {at}.' },
  withdrawn: { vi: 'Bạn đã rút lại lúc {at}.', en: 'You took it back at {at}.' },
  none: { vi: 'Bạn chưa được hỏi điều này.', en: 'You have not been asked.' },
  stands: { vi: 'Đang đồng ý', en: 'Agreed' },
  ended: { vi: 'Không đồng ý', en: 'Not agreed' },
  safe: {
    vi: 'Rút lại điều này không ảnh hưởng đến lượt khám, kết quả hay giấy khám sức khỏe của bạn.',
    en: 'Taking this back changes nothing about your exam, its result or your certificate.',
  },
  stops: {
    vi: 'Hồ sơ đổi giấy phép sẽ dừng lại. Nếu đã gửi đi, chúng tôi báo cơ quan cấp giấy phép là bạn đã rút.',
    en: 'Your renewal will stop. If it has already been sent, we tell the licence authority that you took it back.',
  },
  cannotUndo: {
    vi: 'Sau đó không tự mở lại được trên trang này; hãy hỏi quầy giấy phép.',
    en: 'It cannot be opened again on this page; the licence desk would have to do that.',
  },
  withdraw: { vi: 'Rút lại đồng ý', en: 'Take it back' },
  withdrawAndStop: { vi: 'Rút lại và dừng hồ sơ', en: 'Take it back and stop the renewal' },
  giveText: {
    vi: 'Nếu đồng ý, khi bạn đạt sức khỏe chúng tôi mở hồ sơ đổi giấy phép và gửi đi giúp bạn.',
    en: 'If you agree, we open the renewal and send it for you as soon as you are found fit.',
  },
  give: { vi: 'Tôi đồng ý', en: 'I agree' },
  tooLate: {
    vi: 'Kết luận đã ký. Muốn đổi giấy phép qua cơ sở này, hãy hỏi quầy giấy phép.',
    en: 'The conclusion is signed. To renew through this centre, ask at the licence desk.',
  },
  end: { vi: 'Dừng khám và rút lại đồng ý', en: 'Stop the exam and take this back' },
  endMeans: {
    vi: 'Lượt khám bị hủy và không mở lại được; muốn khám phải đăng ký lại. Phiếu chưa trả được hủy theo, tiền đã trả được hoàn tại quầy thu ngân.',
    en: 'The exam is cancelled for good; to be examined you would register anew. A bill not yet paid is cancelled with it, money you paid is given back at the cashier’s desk.',
  },
  endNow: { vi: 'Dừng khám', en: 'Stop the exam' },
  examStop: {
    vi: 'Bạn có thể dừng khám bất cứ lúc nào: hãy nói với quầy tiếp đón hoặc bác sĩ.',
    en: 'You may stop the exam at any time: tell reception or a doctor.',
  },
  examKept: {
    vi: 'Điều đã ghi được giữ theo thời hạn luật định: giấy khám 2 năm, hồ sơ khám 10 năm.',
    en: 'What was written down is kept as long as the law asks: the certificate 2 years, the record 10.',
  },
  saidWithdrawn: { vi: 'Đã rút lại đồng ý.', en: 'Taken back.' },
  saidGiven: { vi: 'Đã ghi bạn đồng ý.', en: 'Your consent is noted.' },
} as const satisfies Record<string, Text>
