import type { ExamOutcome } from '../core/event.ts'
import type { Text } from '../core/text.ts'
import type { Verdict } from './verification.ts'

export const words = {
  title: { vi: 'Tra cứu giấy khám sức khỏe', en: 'Check a health certificate' },
  lead: {
    vi: 'Nhập mã tra cứu in cạnh mã QR trên giấy khám sức khỏe của người lái xe.',
    en: 'Enter the code printed beside the QR code on the driver’s health certificate.',
  },
  code: { vi: 'Mã tra cứu', en: 'Certificate code' },
  codeHint: {
    vi: 'Ví dụ 7KQM-2XWD-9HTP-4RVC-A3NE; viết hoa hay thường, có gạch hay không đều được.',
    en: 'Such as 7KQM-2XWD-9HTP-4RVC-A3NE; capitals and dashes do not matter.',
  },
  check: { vi: 'Tra cứu', en: 'Check' },
  another: { vi: 'Tra cứu giấy khác', en: 'Check another certificate' },
  certificate: { vi: 'Giấy khám sức khỏe của người lái xe', en: 'Driver’s health certificate' },
  number: { vi: 'Số giấy', en: 'Number' },
  facility: { vi: 'Nơi cấp', en: 'Issued by' },
  name: { vi: 'Người được khám', en: 'Person' },
  nameHint: {
    vi: 'Tên được che bớt; đối chiếu với giấy tờ của người mang.',
    en: 'Masked; compare it with the bearer’s own papers.',
  },
  licenceClass: { vi: 'Hạng', en: 'Licence class' },
  specialMachinery: { vi: 'Xe máy chuyên dùng', en: 'Special machinery' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  concludedOn: { vi: 'Ngày kết luận', en: 'Concluded on' },
  validUntil: { vi: 'Giá trị đến hết', en: 'Valid until' },
  reexamineOn: { vi: 'Khám lại ngày', en: 'Re-exam on' },
  revokedOn: { vi: 'Thu hồi ngày', en: 'Revoked on' },
  shown: { vi: 'Trang này cho biết gì', en: 'What this page shows' },
  shownText: {
    vi: 'Giấy có thật hay không, kết luận, hạng, thời hạn và nơi cấp.',
    en: 'Whether the certificate is genuine, its conclusion, class, validity and issuer.',
  },
  notShownText: {
    vi: 'Không hiện: từng mục đã khám, bệnh, ngày sinh, số định danh, địa chỉ.',
    en: 'Not shown: what was examined or found, birth date, identity number, address.',
  },
  checkedAt: { vi: 'Tra cứu lúc {at}', en: 'Checked at {at}' },
  compare: {
    vi: 'Thông tin trên đây phải khớp với tờ giấy. Sai một mục thì giấy đã bị sửa.',
    en: 'What stands here must match the paper. If one item differs, the paper was altered.',
  },
  notGenuine: { vi: 'Không phải giấy thật', en: 'Not genuine' },
  notGenuineText: {
    vi: 'Hệ thống không cấp giấy khám sức khỏe nào mang mã {code}.',
    en: 'No health certificate was ever issued with the code {code}.',
  },
  typedTodo: {
    vi: 'Gõ mã bằng tay? Kiểm tra lại từng ký tự rồi tra cứu lại.',
    en: 'Typed it? Check each character and try again.',
  },
  scannedTodo: {
    vi: 'Quét mã QR? Đừng nhận tờ giấy này, và báo cho cơ sở in trên giấy.',
    en: 'Scanned it? Do not accept this paper, and tell the centre named on it.',
  },
  tooMany: {
    vi: 'Có quá nhiều lượt tra cứu từ địa chỉ mạng này. Hãy đợi {seconds} giây rồi thử lại.',
    en: 'Too many checks from this network address. Wait {seconds} seconds and try again.',
  },
} as const satisfies Record<string, Text>

export const verdictWords = {
  valid: { vi: 'Giấy thật, còn giá trị', en: 'Genuine and valid' },
  expired: { vi: 'Giấy thật, đã hết hạn', en: 'Genuine, but expired' },
  revoked: { vi: 'Giấy đã bị thu hồi', en: 'Revoked' },
  unfit: { vi: 'Giấy thật: không đủ điều kiện', en: 'Genuine: not fit to drive' },
  review: { vi: 'Giấy thật, phải khám lại', en: 'Genuine, re-exam required' },
} as const satisfies Record<Verdict, Text>

export const verdictTexts = {
  valid: {
    vi: 'Giấy này do hệ thống cấp và chưa quá 12 tháng kể từ ngày kết luận.',
    en: 'It was issued here, no more than 12 months after the conclusion.',
  },
  expired: {
    vi: 'Giấy này do hệ thống cấp nhưng không còn dùng được.',
    en: 'It was issued here but can no longer be used.',
  },
  revoked: {
    vi: 'Cơ sở đã thu hồi giấy này; không được dùng nữa.',
    en: 'The centre revoked this certificate; it must not be used.',
  },
  unfit: {
    vi: 'Giấy này do hệ thống cấp, với kết luận không đủ điều kiện sức khỏe lái xe.',
    en: 'It was issued here, and concludes that the person is not fit to drive.',
  },
  review: {
    vi: 'Giấy này do hệ thống cấp; người được khám phải khám lại vào ngày ghi dưới đây.',
    en: 'It was issued here; the person must be examined again on the day below.',
  },
} as const satisfies Record<Verdict, Text>

export const outcomeWords = {
  fit: { vi: 'Đủ điều kiện sức khỏe lái xe', en: 'Fit to drive' },
  unfit: { vi: 'Không đủ điều kiện sức khỏe lái xe', en: 'Not fit to drive' },
  'fit-subject-to-review': {
    vi: 'Đạt tiêu chuẩn sức khỏe lái xe, yêu cầu khám lại',
    en: 'Fit to drive, subject to a re-exam',
  },
} as const satisfies Record<ExamOutcome, Text>
