import type { Text } from '../core/text.ts'

/** The authority's own names of its statuses, and what they mean in English. */
export const authorityStatusWords = {
  'cho-tiep-nhan': { vi: 'Chờ tiếp nhận', en: 'Waiting to be received' },
  'duoc-tiep-nhan': { vi: 'Được tiếp nhận', en: 'Received' },
  'yeu-cau-bo-sung': { vi: 'Yêu cầu bổ sung', en: 'Supplement asked for' },
  'yeu-cau-nghia-vu-tai-chinh': { vi: 'Yêu cầu nghĩa vụ tài chính', en: 'Fee asked for' },
  'dang-xu-ly': { vi: 'Đang xử lý', en: 'Being processed' },
  'da-co-ket-qua': { vi: 'Đã có kết quả', en: 'Result ready' },
  'da-tra-ket-qua': { vi: 'Đã trả kết quả', en: 'Result handed over' },
  'tu-choi': { vi: 'Từ chối', en: 'Refused' },
  'cong-dan-rut': { vi: 'Công dân rút', en: 'Withdrawn by the citizen' },
} as const satisfies Record<string, Text>
