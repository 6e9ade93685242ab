import type { Text } from '../core/text.ts'
import type { StaffGap, StepName } from './first-run.ts'

export const setupWords = {
  title: { vi: 'Chuẩn bị cho lượt khám đầu tiên', en: 'Ready for the first exam' },
  left: {
    vi: 'Còn {count} việc trước lượt khám đầu tiên',
    en: '{count} things to do before the first exam',
  },
  oneLeft: {
    vi: 'Còn một việc trước lượt khám đầu tiên',
    en: 'One thing to do before the first exam',
  },
  ready: { vi: 'Đã đủ để khám', en: 'Ready for exams' },
  done: { vi: 'Cơ sở đã hoạt động', en: 'The facility is at work' },
  lead: {
    vi: 'Làm lần lượt từ trên xuống. Mỗi việc nói vì sao cần; làm xong thì quay lại đây.',
    en: 'From the top down, one at a time. Each says why it is needed; come back here after each.',
  },
  readyLead: {
    vi: 'Những việc còn lại không bắt buộc nhưng nên làm trước ngày đầu.',
    en: 'What is left is not compulsory, but better done before the first day.',
  },
  way: { vi: 'Các bước chuẩn bị', en: 'The steps' },
  now: { vi: 'Làm ngay', en: 'To do now' },
  optional: { vi: 'Không bắt buộc.', en: 'Not compulsory.' },
  missing: { vi: 'Còn thiếu: {list}.', en: 'Missing: {list}.' },
  payeeIs: {
    vi: 'Mã QR dẫn về {account}, {name}. Đối chiếu với sao kê trước khi thu tiền.',
    en: 'The QR leads to {account}, {name}. Compare it with a statement before money is taken.',
  },
  allNotice: { vi: 'Cơ sở chưa thiết lập xong', en: 'The facility is not set up yet' },
  allNoticeText: {
    vi: 'Chưa khám trọn một người được: còn {list}. Quản trị viên đang hoàn tất.',
    en: 'Nobody can be carried through an exam yet: {list} is missing. The administrator is at it.',
  },
  openAssistant: { vi: 'Mở phần chuẩn bị', en: 'Open the assistant' },
} as const satisfies Record<string, Text>

export const stepWords: Readonly<
  Record<StepName, { title: Text; why: Text; done: Text; act: Text }>
> = {
  facility: {
    title: { vi: 'Kiểm tra thông tin cơ sở', en: 'Check the facility’s data' },
    why: {
      vi: 'Tên, cơ quan chủ quản và địa chỉ in trên mọi giấy khám; sai thì giấy không có giá trị.',
      en: 'Name, superior body and address are printed on every certificate; wrong, it is worth nothing.',
    },
    done: { vi: 'Thông tin đã được kiểm tra và lưu.', en: 'Checked and saved.' },
    act: { vi: 'Mở thông tin cơ sở', en: 'Open the facility’s data' },
  },
  payee: {
    title: { vi: 'Tài khoản nhận tiền', en: 'The payee account' },
    why: { vi: 'Mọi mã QR dẫn về đây.', en: 'Every QR leads there.' },
    done: { vi: 'Đã có.', en: 'It is there.' },
    act: { vi: 'Mở tài khoản nhận tiền', en: 'Open the payee account' },
  },
  prices: {
    title: { vi: 'Giá khám sức khỏe lái xe', en: 'The price of the driver’s exam' },
    why: {
      vi: 'Không có giá KSKLX đã công khai và đang hiệu lực thì không lập được phiếu thanh toán.',
      en: 'Without a published price KSKLX in effect no bill can be issued.',
    },
    done: { vi: 'Giá KSKLX đang áp dụng.', en: 'KSKLX has a price in effect.' },
    act: { vi: 'Thêm giá', en: 'Add the price' },
  },
  staff: {
    title: { vi: 'Tài khoản cho người làm việc', en: 'Accounts for those who work here' },
    why: {
      vi: 'Mỗi bàn cần một người: tiếp nhận, khám đủ chín mục, thu tiền và bác sĩ kết luận có số giấy phép hành nghề.',
      en: 'Each desk needs somebody: reception, all nine sections, the till, and a concluding doctor with a practising licence.',
    },
    done: { vi: 'Mọi bàn đều có người.', en: 'Every desk has somebody.' },
    act: { vi: 'Thêm nhân viên', en: 'Add a member of staff' },
  },
  connections: {
    title: { vi: 'Thử các kết nối', en: 'Try the connections' },
    why: {
      vi: 'Biết trước ngày đầu rằng cổng bảo hiểm, cơ quan cấp phép và ngân hàng đều nghe ta.',
      en: 'So that you know before the first day that gateway, authority and bank hear us.',
    },
    done: { vi: 'Cả bốn kết nối đã thử và tốt.', en: 'All four are tested and work.' },
    act: { vi: 'Mở các kết nối', en: 'Open the integrations' },
  },
  hours: {
    title: { vi: 'Giờ làm việc', en: 'Opening hours' },
    why: { vi: 'Lịch hẹn chỉ mở trong giờ này.', en: 'Appointments are offered within them.' },
    done: { vi: 'Đã lưu giờ làm việc.', en: 'Saved.' },
    act: { vi: 'Nhập giờ làm việc', en: 'Give the hours' },
  },
  stations: {
    title: { vi: 'Các bàn, phòng khám', en: 'Stations' },
    why: {
      vi: 'Có bàn thì số thứ tự mới dẫn người khám đi đâu và bảng gọi số mới có gì để hiện.',
      en: 'Only with stations does a ticket lead people somewhere and the board have something to show.',
    },
    done: { vi: 'Đã có {count} bàn.', en: 'There are {count} stations.' },
    act: { vi: 'Thêm bàn', en: 'Add stations' },
  },
  'first-exam': {
    title: { vi: 'Lượt khám đầu tiên', en: 'The first exam' },
    why: {
      vi: 'Đăng nhập bằng tài khoản tiếp nhận và quét căn cước của người đầu tiên; phần còn lại tự dẫn đi.',
      en: 'Sign in as reception and scan the first person’s card; the rest leads on by itself.',
    },
    done: { vi: 'Đã có người khám xong.', en: 'Somebody has been examined.' },
    act: { vi: 'Xem nhân viên', en: 'See the staff' },
  },
}

export const gapWords: Readonly<Record<Exclude<StaffGap['kind'], 'specialty'>, Text>> = {
  reception: { vi: 'người tiếp nhận', en: 'reception' },
  cashier: { vi: 'thu ngân', en: 'a cashier' },
  concluder: {
    vi: 'bác sĩ kết luận có giấy phép hành nghề',
    en: 'a concluding doctor with a licence',
  },
  'second-approver': {
    vi: 'giám đốc hoặc quản trị viên thứ hai (để duyệt đổi tài khoản nhận tiền; chưa cần ngay)',
    en: 'a director or a second administrator (to approve a change of the payee; not needed yet)',
  },
}

/** Short, for the sentence that the others read. */
export const shortStepWords: Readonly<Record<StepName, Text>> = {
  facility: { vi: 'thông tin cơ sở', en: 'the facility’s data' },
  payee: { vi: 'tài khoản nhận tiền', en: 'the payee' },
  prices: { vi: 'giá khám', en: 'a price' },
  staff: { vi: 'người cho mỗi bàn', en: 'staff for every desk' },
  connections: { vi: 'kết nối', en: 'connections' },
  hours: { vi: 'giờ làm việc', en: 'the hours' },
  stations: { vi: 'các bàn', en: 'stations' },
  'first-exam': { vi: 'lượt khám đầu tiên', en: 'the first exam' },
}
