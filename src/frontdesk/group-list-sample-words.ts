/** The sample file that companies fill in; its people are invented. */
export const sampleWords = {
  position: { vi: 'STT', en: 'No' },
  rows: [
    [
      '1',
      'Nguyễn Văn Mẫu',
      '03/04/1985',
      'Nam',
      "'048085000001",
      "'0905000001",
      '12 Trần Phú, Đà Nẵng',
      'C',
      'Đổi',
    ],
    [
      '2',
      'Trần Thị Mẫu',
      '21/11/1990',
      'Nữ',
      "'048190000002",
      "'0905000002",
      '5 Lê Lợi, Đà Nẵng',
      'D',
      'Nâng hạng',
    ],
  ],
} as const
