import type { Text } from '../core/text.ts'
import type { MissingCode } from './eligibility.ts'
import type { MissingDatum } from './gateway-record.ts'
import type { CaseState, HoldReason } from './renewal-case.ts'
import type { TransmissionState } from './transmission.ts'

export const caseStateWords: Record<CaseState, Text> = {
  draft: { vi: 'Thiếu dữ liệu', en: 'Lacks data' },
  'on-hold': { vi: 'Tạm giữ', en: 'On hold' },
  ready: { vi: 'Sẵn sàng nộp', en: 'Ready' },
  requested: { vi: 'Đã nộp', en: 'Handed in' },
  accepted: { vi: 'Được tiếp nhận', en: 'Received' },
  'in-progress': { vi: 'Đang xử lý', en: 'Being processed' },
  completed: { vi: 'Có kết quả', en: 'Result ready' },
  rejected: { vi: 'Bị từ chối', en: 'Refused' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
}

export const transmissionStateWords: Record<TransmissionState, Text> = {
  queued: { vi: 'Chờ gửi', en: 'Waiting to go' },
  sending: { vi: 'Đang gửi', en: 'Being sent' },
  retrying: { vi: 'Sẽ gửi lại', en: 'Will be tried again' },
  accepted: { vi: 'Cổng đã nhận', en: 'Gateway has it' },
  rejected: { vi: 'Cổng từ chối', en: 'Gateway refused it' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  'needs-data': { vi: 'Thiếu dữ liệu', en: 'Lacks data' },
  cancelled: { vi: 'Không gửi', en: 'Not sent' },
}

export const holdReasonWords: Record<HoldReason, Text> = {
  'fit-subject-to-review': {
    vi: 'Kết luận đạt nhưng yêu cầu khám lại',
    en: 'Fit, but to be examined again',
  },
  'retest-needed': {
    vi: 'Giấy phép quá hạn từ 30 ngày: phải thi lại trước khi đổi',
    en: 'The licence expired 30 days ago or more: a test comes first',
  },
  supplement: {
    vi: 'Cơ quan cấp giấy phép yêu cầu bổ sung',
    en: 'The authority asks for a supplement',
  },
  'consent-withdrawn': {
    vi: 'Người khám rút đồng ý; chờ cơ quan cấp giấy phép xác nhận',
    en: 'Consent withdrawn; the authority has yet to confirm',
  },
  'conclusion-amended': { vi: 'Kết luận đã được sửa', en: 'The conclusion was amended' },
  manual: { vi: 'Nhân viên tạm giữ', en: 'Held by a member of staff' },
}

export const missingWords: Record<MissingCode | MissingDatum, Text> = {
  'held-licence': { vi: 'giấy phép đang có', en: 'the licence held' },
  'held-licence-expiry': {
    vi: 'ngày hết hạn của giấy phép đang có',
    en: 'when the licence held expires',
  },
  'delivery-address': { vi: 'địa chỉ nhận giấy phép', en: 'where to post the licence' },
  'identity-number': { vi: 'số định danh hoặc hộ chiếu', en: 'identity or passport number' },
  'identity-issued-on': { vi: 'ngày cấp giấy tờ', en: 'when the identity paper was issued' },
  'identity-issued-place': { vi: 'nơi cấp giấy tờ', en: 'where the identity paper was issued' },
  name: { vi: 'họ tên', en: 'name' },
  address: { vi: 'địa chỉ thường trú', en: 'permanent address' },
  province: { vi: 'mã tỉnh, thành phố', en: 'province code' },
  ward: { vi: 'mã phường, xã', en: 'ward code' },
  'facility-code': { vi: 'mã cơ sở khám', en: 'facility code' },
  'certificate-number': { vi: 'số giấy khám', en: 'certificate number' },
  doctor: { vi: 'bác sĩ kết luận', en: 'concluding doctor' },
}

/** What happened on the line to an outside system, as `platform/outward-call` names it. */
export const lineFaultWords: Readonly<Record<string, Text>> = {
  ECONNREFUSED: { vi: 'không kết nối được', en: 'connection refused' },
  ENOTFOUND: { vi: 'không tìm thấy máy chủ', en: 'no such server' },
  EAI_AGAIN: { vi: 'không tìm thấy máy chủ', en: 'no such server' },
  ECONNRESET: { vi: 'mất kết nối trước khi có trả lời', en: 'cut off before an answer' },
  'no connection in time': { vi: 'không kết nối được kịp', en: 'no connection in time' },
  'no answer in time': { vi: 'hết thời gian chờ trả lời', en: 'no answer in time' },
  'not connected': { vi: 'chưa được kết nối', en: 'not connected yet' },
  'the answer broke off': { vi: 'trả lời bị đứt giữa chừng', en: 'the answer broke off' },
}

/** Word of a stored code; a code of another version is shown as it is. */
export function wordOf(table: Readonly<Record<string, Text>>, code: string): Text {
  // `constructor` is on every table and in none.
  return (Object.hasOwn(table, code) && table[code]) || { vi: code, en: code }
}
