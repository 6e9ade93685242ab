import type { Text } from '../core/text.ts'
import type { HoldReason } from './renewal-case.ts'

/** What the licence desk does first about a case, by where it stands. */
export const guideWords = {
  certificate: {
    vi: 'Giấy khám chưa lên được cổng BHYT nên hồ sơ chưa nộp được. Xử lý lượt gửi trước.',
    en: 'The certificate has not reached the gateway, so the case cannot be handed in. Mend that first.',
  },
  supply: {
    vi: 'Hỏi người khám rồi nhập vào đây. Đủ rồi hồ sơ tự đi tiếp.',
    en: 'Ask the person and enter it here. The case goes on by itself once it is complete.',
  },
  person: {
    vi: 'Mục này thuộc hồ sơ người khám. Tiếp đón bổ sung xong thì hồ sơ tự đi tiếp.',
    en: 'It belongs to the person’s record. Once reception has added it, the case goes on by itself.',
  },
  sendsItself: {
    vi: 'Không phải làm gì: phần mềm tự gửi giấy khám rồi nộp hồ sơ.',
    en: 'Nothing to do: the certificate is sent, then the case handed in, by themselves.',
  },
  authorityWorks: {
    vi: 'Không phải làm gì: cơ quan cấp giấy phép sẽ báo về đây.',
    en: 'Nothing to do: the licence authority reports here.',
  },
  refusedAtDoor: {
    vi: 'Cơ quan chưa nhận hồ sơ. Sửa điều họ nêu, rồi nộp lại.',
    en: 'The authority did not take it in. Mend what they name, then hand it in again.',
  },
  refused: {
    vi: 'Cơ quan đã quyết định; hồ sơ này không nộp lại được. Báo cho người khám, kết quả khám của họ vẫn có giá trị.',
    en: 'The authority has decided; this case cannot be handed in again. Tell the person; the exam still counts.',
  },
  completed: {
    vi: 'Xong. Người khám thấy điều này trên trang của họ.',
    en: 'Done. The person sees it on their own page.',
  },
  cancelled: {
    vi: 'Hồ sơ đã khép lại; không còn việc gì.',
    en: 'The case is closed; nothing is left to do.',
  },
  openPerson: { vi: 'Mở hồ sơ người khám', en: 'Open the person' },
  openTransmission: { vi: 'Mở lượt gửi giấy khám', en: 'Open the transmission' },
} as const satisfies Record<string, Text>

export const holdGuides = {
  'fit-subject-to-review': {
    vi: 'Khi người khám đã khám lại và đạt, cho hồ sơ đi tiếp.',
    en: 'Once the person has passed the re-exam, let it go on.',
  },
  'retest-needed': {
    vi: 'Hẹn người khám thi lại. Có kết quả thi đạt thì cho hồ sơ đi tiếp.',
    en: 'The person takes the test again. Once it is passed, let it go on.',
  },
  supplement: {
    vi: 'Làm điều cơ quan yêu cầu, rồi trả lời. Câu dưới đây được gửi tới cơ quan.',
    en: 'Do what the authority asks, then answer. The line below is sent to the authority.',
  },
  'consent-withdrawn': {
    vi: 'Không phải làm gì: chờ cơ quan cấp giấy phép xác nhận đã rút.',
    en: 'Nothing to do: the authority has yet to confirm the withdrawal.',
  },
  'conclusion-amended': {
    vi: 'Xem kết luận mới của lượt khám. Vẫn đủ điều kiện thì cho hồ sơ đi tiếp.',
    en: 'Look at the amended conclusion. If it is still fit, let it go on.',
  },
  manual: {
    vi: 'Khi điều cần kiểm tra đã rõ, cho hồ sơ đi tiếp.',
    en: 'Once what was to be checked is clear, let it go on.',
  },
} as const satisfies Record<HoldReason, Text>
