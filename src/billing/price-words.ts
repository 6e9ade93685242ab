import type { Text } from '../core/text.ts'

export const priceWords = {
  title: { vi: 'Bảng giá', en: 'Prices' },
  lead: {
    vi: 'Phiếu đã lập giữ giá lúc lập; giá mới chỉ áp dụng từ ngày hiệu lực.',
    en: 'A bill keeps the price it was issued at; a new price holds from its first day on.',
  },
  settings: { vi: 'Cài đặt', en: 'Settings' },
  now: { vi: 'Đang áp dụng', en: 'In effect' },
  coming: { vi: 'Sắp áp dụng', en: 'To come' },
  past: { vi: 'Đã hết hiệu lực', en: 'No longer in effect' },
  views: { vi: 'Lọc theo hiệu lực', en: 'By effect' },
  add: { vi: 'Thêm giá', en: 'Add a price' },
  addLead: {
    vi: 'Để đổi giá một dịch vụ, thêm giá mới cho cùng mã với ngày hiệu lực mới.',
    en: 'To change what a service costs, add a price of the same code with a later first day.',
  },
  code: { vi: 'Mã dịch vụ', en: 'Code' },
  codeHint: {
    vi: 'Chữ in hoa, số và gạch nối. Khám sức khỏe lái xe là KSKLX.',
    en: 'Capitals, digits and hyphens. The driver’s exam is KSKLX.',
  },
  name: { vi: 'Tên dịch vụ', en: 'Service' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  examName: { vi: 'Khám sức khỏe của người lái xe', en: 'Driver’s health examination' },
  unitDefault: { vi: 'lần', en: 'lần' },
  amount: { vi: 'Giá (đồng)', en: 'Price (đồng)' },
  legalSource: { vi: 'Căn cứ', en: 'Decided by' },
  sourceHint: {
    vi: 'Nghị quyết của HĐND hoặc quyết định của cơ sở, ví dụ: Nghị quyết 12/2026/NQ-HĐND.',
    en: 'The council’s resolution or the facility’s decision, for example: Nghị quyết 12/2026/NQ-HĐND.',
  },
  effectiveFrom: { vi: 'Từ ngày', en: 'From' },
  effectiveTo: { vi: 'Đến hết ngày', en: 'Until' },
  published: { vi: 'Công khai ngay', en: 'Publish at once' },
  publishedHint: {
    vi: 'Giá chưa công khai thì chưa thu được (Luật Giá 2023).',
    en: 'An unpublished price cannot be charged (Price Law 2023).',
  },
  save: { vi: 'Lưu giá', en: 'Save the price' },
  saved: { vi: 'Đã thêm giá.', en: 'The price is added.' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  unpublished: { vi: 'Chưa công khai', en: 'Unpublished' },
  illustrative: { vi: 'Minh họa', en: 'Illustrative' },
  days: { vi: 'Hiệu lực', en: 'In effect' },
  fromTo: { vi: '{from} – {to}', en: '{from} – {to}' },
  fromOn: { vi: 'từ {from}', en: 'from {from}' },
  edit: { vi: 'Sửa', en: 'Change' },
  none: { vi: 'Chưa có giá nào', en: 'No prices yet' },
  noneText: {
    vi: 'Chưa có giá thì chưa lập được phiếu thanh toán. Bắt đầu bằng khám sức khỏe lái xe (KSKLX).',
    en: 'Without prices no bill can be issued. Begin with the driver’s exam (KSKLX).',
  },
  nonePast: { vi: 'Chưa có giá nào hết hiệu lực', en: 'No price has ended yet' },
  noneComing: { vi: 'Không có giá nào sắp áp dụng', en: 'No price is to come' },
  aPrice: { vi: 'giá', en: 'the price' },
  publish: { vi: 'Công khai giá', en: 'Publish it' },
  publishDone: { vi: 'Đã công khai giá.', en: 'The price is published.' },
  end: { vi: 'Cho hết hiệu lực', en: 'Let it end' },
  endHint: {
    vi: 'Sau ngày này dịch vụ không còn giá này; phiếu đã lập không đổi.',
    en: 'After this day the service has this price no longer; bills stay as they are.',
  },
  endDone: { vi: 'Đã ghi ngày hết hiệu lực.', en: 'Its last day is set.' },
  withdraw: { vi: 'Bỏ giá này', en: 'Take it back' },
  withdrawHint: {
    vi: 'Giá chưa đến ngày hiệu lực nên bỏ được; nó chưa từng áp dụng cho ai.',
    en: 'It has not begun, so it can be taken back: nobody was ever charged it.',
  },
  withdrawDone: { vi: 'Đã bỏ giá.', en: 'The price is taken back.' },
  change: { vi: 'Giá mới cho dịch vụ này', en: 'A new price for this service' },
  frozen: {
    vi: 'Giá đã đến ngày hiệu lực thì không sửa số tiền được nữa: thêm giá mới từ một ngày khác.',
    en: 'Once it is in effect its amount stays: add a new price from another day.',
  },
  stale: {
    vi: 'Người khác vừa thay đổi giá này. Bên dưới là giá đang lưu; bạn định: {intent}. Chưa có gì bị ghi đè.',
    en: 'Someone else has just changed this price. Below is what is stored; you meant to: {intent}. Nothing was overwritten.',
  },
  staleTitle: { vi: 'Giá đã khác lúc bạn mở', en: 'The price is not what you opened' },
  fault: {
    code: {
      vi: 'Mã gồm 2 đến 30 chữ in hoa, số hoặc gạch nối.',
      en: 'A code has 2 to 30 capitals, digits or hyphens.',
    },
    name: { vi: 'Nhập tên dịch vụ.', en: 'Name the service.' },
    unit: { vi: 'Nhập đơn vị, ví dụ: lần.', en: 'Give the unit, for example: lần.' },
    amount: {
      vi: 'Giá là số đồng nguyên, lớn hơn 0, ví dụ 250.000.',
      en: 'A price is a whole number of đồng above 0, for example 250.000.',
    },
    source: {
      vi: 'Nêu văn bản quyết định giá này.',
      en: 'Name the document that sets this price.',
    },
    day: { vi: 'Viết ngày như 01/12/2026.', en: 'Write the day as 01/12/2026.' },
    past: {
      vi: 'Giá mới bắt đầu từ hôm nay hoặc sau: ngày đã qua có thể đã lập phiếu.',
      en: 'A new price begins today or later: bills may have been issued on days that are over.',
    },
    order: { vi: 'Ngày cuối không thể trước ngày đầu.', en: 'It cannot end before it begins.' },
    'price-day-taken': {
      vi: 'Mã này đã có một giá bắt đầu từ ngày đó. Bỏ giá đó trước, hoặc chọn ngày khác.',
      en: 'This code has a price from that day already. Take that one back, or choose another day.',
    },
    'end-past': {
      vi: 'Ngày cuối phải từ hôm nay trở đi.',
      en: 'Its last day is today or later.',
    },
  },
  begun: {
    vi: 'Giá này đã có hiệu lực nên không bỏ được nữa; hãy cho hết hiệu lực.',
    en: 'This price is in effect, so it cannot be taken back; let it end.',
  },
  ended: { vi: 'Giá này đã hết hiệu lực.', en: 'This price has ended.' },
} as const

export type PriceFaultCode = keyof typeof priceWords.fault
export const priceLabels: Readonly<Record<string, Text>> = {
  code: priceWords.code,
  name: priceWords.name,
  unit: priceWords.unit,
  amount: priceWords.amount,
  legalSource: priceWords.legalSource,
  effectiveFrom: priceWords.effectiveFrom,
  effectiveTo: priceWords.effectiveTo,
}
