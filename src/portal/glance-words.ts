import type { Text } from '../core/text.ts'
import type { HoldReason } from '../renewals/renewal-case.ts'

/** The first lines of the patient's page: where the visit stands, and what comes next. */
export const glanceWords = {
  cancelled: { vi: 'Lượt khám này đã hủy.', en: 'This visit was cancelled.' },
  cancelledNext: {
    vi: 'Nếu bạn vẫn muốn khám, hãy hỏi quầy tiếp đón.',
    en: 'If you still want the exam, ask at reception.',
  },
  refundNext: {
    vi: 'Tiền đã trả được hoàn tại quầy thu ngân; mang phiếu thu hoặc trang này.',
    en: 'What you paid is given back at the cashier’s desk; bring the receipt or this page.',
  },
  arrived: { vi: 'Bạn đã đăng ký khám.', en: 'You are registered.' },
  arrivedNext: {
    vi: 'Quầy tiếp đón sắp mở lượt khám cho bạn.',
    en: 'Reception is about to open your exam.',
  },
  declare: {
    vi: 'Khai ngay trên điện thoại này, hoặc tại quầy tiếp đón.',
    en: 'Give your health declaration on this phone, or at reception.',
  },
  waiting: { vi: 'Bạn sắp được khám.', en: 'Your exam is about to begin.' },
  waitingNext: {
    vi: 'Nhân viên sẽ mời bạn vào từng phòng khám.',
    en: 'You will be called to each room.',
  },
  examining: {
    vi: 'Đang khám: xong {done}/{all} mục.',
    en: 'Being examined: {done} of {all} done.',
  },
  examiningNext: { vi: 'Còn: {left}.', en: 'Still to come: {left}.' },
  examined: { vi: 'Bạn đã khám xong.', en: 'Your exam is done.' },
  examinedNext: {
    vi: 'Bác sĩ đang xem để kết luận. Kết quả sẽ hiện ngay tại đây.',
    en: 'A doctor is about to conclude. The result will appear here.',
  },
  pay: {
    vi: 'Trả {amount} bằng mã QR dưới đây, hoặc tại quầy thu ngân.',
    en: 'Pay {amount} with the QR code below, or at the cashier’s desk.',
  },
  payForPaper: {
    vi: 'Trả {amount} để nhận giấy khám sức khỏe.',
    en: 'Pay {amount} to get your certificate.',
  },
  takePaper: {
    vi: 'Tải giấy khám sức khỏe ở ngay dưới đây.',
    en: 'Your certificate is just below.',
  },
  revoked: { vi: 'Giấy khám sức khỏe đã bị thu hồi.', en: 'Your certificate was revoked.' },
  revokedNext: {
    vi: 'Hỏi quầy tiếp đón để biết lý do và việc cần làm.',
    en: 'Ask at reception why, and what to do.',
  },
  unfitNext: {
    vi: 'Xem điều này nghĩa là gì và bạn có thể làm gì.',
    en: 'See what this means and what you can do.',
  },
  reviewNext: { vi: 'Đến khám lại ngày {date}.', en: 'Come for the re-exam on {date}.' },
  reviewLater: {
    vi: 'Hỏi bác sĩ ngày khám lại.',
    en: 'Ask the doctor when to come for the re-exam.',
  },

  onTheWay: {
    vi: 'Hồ sơ đổi giấy phép đang đi; bạn không phải làm gì.',
    en: 'Your renewal is on its way; there is nothing for you to do.',
  },
  caseDraft: {
    vi: 'Hồ sơ đổi giấy phép còn thiếu thông tin.',
    en: 'Your renewal lacks some details.',
  },
  caseDraftNext: {
    vi: 'Báo cho quầy giấy phép: {missing}.',
    en: 'Tell the licence desk: {missing}.',
  },
  caseHeld: {
    vi: 'Hồ sơ đổi giấy phép đang tạm dừng.',
    en: 'Your renewal is on hold.',
  },
  caseCompleted: { vi: 'Giấy phép lái xe mới đã có.', en: 'Your new licence is ready.' },
  collect: {
    vi: 'Mang giấy tờ tùy thân đến trung tâm để nhận.',
    en: 'Bring your identity card to the centre and collect it.',
  },
  post: {
    vi: 'Bưu điện sẽ giao đến địa chỉ bạn đã chọn.',
    en: 'The post brings it to the address you chose.',
  },
  caseRejected: {
    vi: 'Cơ quan cấp giấy phép không nhận hồ sơ đổi.',
    en: 'The licence authority did not take your renewal.',
  },
  caseRejectedNext: {
    vi: 'Kết quả khám của bạn vẫn có giá trị. Hỏi quầy giấy phép để biết việc cần làm.',
    en: 'Your exam still counts. Ask the licence desk what to do.',
  },
  caseRejectedGround: {
    vi: 'Lý do: {ground}',
    en: 'Their reason: {ground}',
  },
} as const satisfies Record<string, Text>

/** What ends each hold, to the owner of the case. */
export const holdNextWords = {
  'fit-subject-to-review': {
    vi: 'Hồ sơ đi tiếp sau khi bạn khám lại.',
    en: 'It goes on after your re-exam.',
  },
  'retest-needed': {
    vi: 'Giấy phép đã quá hạn từ 30 ngày nên phải thi lại. Quầy giấy phép sẽ hướng dẫn bạn.',
    en: 'Your licence expired 30 days ago or more, so a test comes first. The licence desk will tell you how.',
  },
  supplement: {
    vi: 'Cơ quan cấp giấy phép cần bổ sung. Quầy giấy phép sẽ liên hệ với bạn.',
    en: 'The licence authority needs something more. The licence desk will contact you.',
  },
  'consent-withdrawn': {
    vi: 'Bạn đã rút đồng ý. Đang chờ cơ quan cấp giấy phép xác nhận.',
    en: 'You withdrew your consent. The licence authority has yet to confirm.',
  },
  'conclusion-amended': {
    vi: 'Kết luận khám đã được sửa; quầy giấy phép đang kiểm tra.',
    en: 'The conclusion was amended; the licence desk is checking.',
  },
  manual: {
    vi: 'Quầy giấy phép đang kiểm tra; bạn không phải làm gì.',
    en: 'The licence desk is checking it; there is nothing for you to do.',
  },
} as const satisfies Record<HoldReason, Text>
