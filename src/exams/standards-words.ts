import type { Text } from '../core/text.ts'

/** The page that shows the rules. */
export const standardsWords = {
  title: { vi: 'Tiêu chuẩn sức khỏe lái xe', en: 'Driving health standards' },
  lead: {
    vi: '{law}, áp dụng từ {since}. Phần mềm đề nghị, bác sĩ kết luận; giám đốc chuyên môn duyệt bảng này trước khi dùng.',
    en: '{law}, in force since {since}. The software suggests, the doctor concludes; the medical director signs this table off before use.',
  },
  filter: { vi: 'Lọc theo nhóm', en: 'Filter by group' },
  allGroups: { vi: 'Mọi nhóm', en: 'Every group' },
  group: { vi: 'Nhóm', en: 'Group' },
  groupOfClasses: { vi: 'Nhóm {group}: {classes}', en: 'Group {group}: {classes}' },
  disqualifies: { vi: 'Không đủ điều kiện khi', en: 'Disqualifies' },
  reference: { vi: 'Căn cứ', en: 'Reference' },
  source: { vi: 'Nguồn', en: 'Source' },
} as const satisfies Record<string, Text>
