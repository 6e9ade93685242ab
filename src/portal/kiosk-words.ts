import type { Text } from '../core/text.ts'
import type { KioskStep } from './kiosk.ts'

export const kioskWords = {
  title: { vi: 'Tự đăng ký khám', en: 'Register for the exam' },
  aPerson: { vi: 'phần khai ở ki-ốt', en: 'a person at the kiosk' },
  welcome: { vi: 'Khám sức khỏe lái xe', en: 'Driving health exam' },
  welcomeText: {
    vi: 'Đăng ký, khai sức khỏe và lấy số thứ tự tại đây. Mất khoảng 4 phút.',
    en: 'Register, declare your health and take a number here. It takes about 4 minutes.',
  },
  begin: { vi: 'Bắt đầu', en: 'Start' },
  bring: {
    vi: 'Cần có căn cước. Không có thẻ, hoặc cần giúp: mời đến quầy tiếp đón.',
    en: 'You need your identity card. Without one, or for help: please go to reception.',
  },
  priority: {
    vi: 'Người cao tuổi, phụ nữ có thai, người khuyết tật: mời đến thẳng quầy để được ưu tiên.',
    en: 'Elderly, pregnant or disabled: please go straight to reception and be served first.',
  },
  private: {
    vi: 'Ki-ốt xóa mọi thứ khi bạn xong hoặc rời đi.',
    en: 'The kiosk forgets everything when you finish or leave.',
  },
  step: { vi: 'Bước {n}/{all}', en: 'Step {n} of {all}' },
  next: { vi: 'Tiếp', en: 'Next' },
  back: { vi: 'Quay lại', en: 'Back' },
  stop: { vi: 'Dừng và xóa', en: 'Stop and erase' },

  cardLead: {
    vi: 'Đưa mã QR trên căn cước vào máy quét.',
    en: 'Hold the QR code of your identity card to the scanner.',
  },
  byHand: { vi: 'Không quét được: nhập tay', en: 'It does not scan: type instead' },
  cardHint: {
    vi: 'Mã ở góc trên bên phải: mặt trước (thẻ cũ) hoặc mặt sau (thẻ từ 7/2024).',
    en: 'It is at the upper right: in front on older cards, on the back since July 2024.',
  },
  cardWrong: {
    vi: 'Không đọc được mã này. Quét lại, hoặc xóa ô rồi nhập tay.',
    en: 'This code could not be read. Scan again, or empty the field and type instead.',
  },
  fromCard: { vi: 'Đọc từ thẻ', en: 'Read from the card' },
  fromCardWrong: {
    vi: 'Không đúng? Quay lại và quét lại.',
    en: 'Not right? Go back and scan again.',
  },
  phoneHint: {
    vi: 'Không bắt buộc. Để trung tâm liên lạc với bạn.',
    en: 'If you like, so that the centre can reach you.',
  },
  numberNeeded: { vi: 'Nhập 12 số trên căn cước.', en: 'Enter the 12 digits of your card.' },
  inFuture: { vi: 'Ngày này chưa đến.', en: 'This day has not come yet.' },
  chooseClass: { vi: 'Chọn hạng giấy phép.', en: 'Choose the licence class.' },
  choosePurpose: { vi: 'Chọn mục đích.', en: 'Choose the purpose.' },
  heldNumberHint: {
    vi: 'Dòng “Số/No.” ở mặt trước, thường là 12 chữ số.',
    en: 'After “Số/No.” on the front, usually 12 digits.',
  },
  heldExpiryHint: {
    vi: 'Ghi “Không thời hạn” thì để trống.',
    en: 'Leave it empty where it says “Không thời hạn” (no expiry).',
  },
  heldNone: { vi: 'Tôi không mang theo giấy phép', en: 'I do not have it here' },
  heldNumberMissing: {
    vi: 'Ghi số giấy phép, hoặc bấm “Tôi không mang theo giấy phép”.',
    en: 'Give the licence number, or press “I do not have it here”.',
  },
  heldClassMissing: { vi: 'Chọn hạng ghi trên giấy phép.', en: 'Choose the class on the licence.' },
  heldSchemeMissing: {
    vi: 'Chọn theo ngày cấp: trước hay từ năm 2025.',
    en: 'Choose by when it was issued: before 2025 or since.',
  },
  answerMissing: { vi: 'Chưa trả lời.', en: 'Not answered yet.' },
  detailMissing: { vi: 'Ghi rõ bệnh gì, khi nào.', en: 'Say what it is, and since when.' },
  detail: { vi: 'Ghi rõ', en: 'Details' },
  restNo: { vi: 'Không có gì trong các mục còn lại', en: 'None of the others apply to me' },
  consentNeeded: {
    vi: 'Không có đồng ý này thì không khám được.',
    en: 'Without this consent there is no exam.',
  },
  declared: {
    vi: 'Tôi cam đoan những gì đã khai là đúng sự thật.',
    en: 'I declare that what I have said is true.',
  },
  declaredNeeded: {
    vi: 'Cần cam đoan thì mới lấy được số.',
    en: 'Without this declaration there is no number.',
  },
  finish: { vi: 'Lấy số thứ tự', en: 'Take my number' },

  yourNumber: { vi: 'Số của bạn', en: 'Your number' },
  goTo: { vi: 'Mời đến {room}', en: 'Please go to {room}' },
  goToDesk: { vi: 'Mời đến quầy tiếp đón', en: 'Please go to reception' },
  showCard: {
    vi: 'Đưa căn cước cho quầy tiếp đón xem: danh tính chưa được xác minh.',
    en: 'Show your identity card at reception: your identity is not verified yet.',
  },
  ahead: { vi: 'Trước bạn còn {n} người', en: '{n} people before you' },
  aheadNobody: { vi: 'Bạn là người kế tiếp', en: 'You are next' },
  phoneTitle: { vi: 'Theo dõi trên điện thoại', en: 'Follow it on your phone' },
  phoneText: {
    vi: 'Quét mã này: biết khi nào đến lượt, xem kết quả. Mã là của riêng bạn.',
    en: 'Scan this: see when it is your turn, and your result. It is yours alone.',
  },
  phoneAlt: { vi: 'Mã QR mở trang của lượt khám này', en: 'QR code that opens this visit’s page' },
  payTitle: { vi: 'Trả bằng mã VietQR', en: 'Pay by VietQR' },
  payTo: { vi: 'Chủ tài khoản: {name}', en: 'Account holder: {name}' },
  payAt: { vi: '{bank} · {account}', en: '{bank} · {account}' },
  payCode: { vi: 'Nội dung: {code}', en: 'Transfer message: {code}' },
  payAlt: {
    vi: 'Mã VietQR để trả {amount} vào tài khoản {account} của {name}',
    en: 'VietQR code that pays {amount} to account {account} of {name}',
  },
  payLater: {
    vi: 'Cũng có thể trả sau, tại quầy thu ngân.',
    en: 'You may also pay later, at the cashier’s desk.',
  },
  paid: { vi: 'Đã thanh toán', en: 'Paid' },
  print: { vi: 'In phiếu', en: 'Print the ticket' },
  done: { vi: 'Xong, xóa màn hình', en: 'Done: erase the screen' },

  stillThere: { vi: 'Bạn còn ở đó không?', en: 'Are you still there?' },
  stillThereText: {
    vi: 'Ki-ốt sẽ xóa những gì bạn đã nhập sau {seconds} giây.',
    en: 'The kiosk erases what you have entered in {seconds} seconds.',
  },
  stay: { vi: 'Tôi còn ở đây', en: 'I am still here' },
  unavailable: {
    vi: 'Ki-ốt đang mất kết nối. Mời đến quầy tiếp đón.',
    en: 'The kiosk has no connection. Please go to reception.',
  },
  busy: {
    vi: 'Ki-ốt này vừa đăng ký quá nhiều. Thử lại sau {seconds} giây.',
    en: 'This kiosk has just registered too many. Try again in {seconds} seconds.',
  },
} as const satisfies Record<string, Text>

export const stepTitles: Readonly<Record<KioskStep, Text>> = {
  card: { vi: 'Quét căn cước', en: 'Scan your identity card' },
  person: { vi: 'Thông tin của bạn', en: 'About you' },
  licence: { vi: 'Khám để làm gì', en: 'What the exam is for' },
  held: { vi: 'Giấy phép đang giữ', en: 'The licence you hold' },
  family: { vi: 'Bệnh trong gia đình', en: 'Illness in your family' },
  health: { vi: 'Sức khỏe của bạn', en: 'Your own health' },
  consent: { vi: 'Đồng ý và lấy số', en: 'Agree and take your number' },
}

export const stepLeads: Readonly<Partial<Record<KioskStep, Text>>> = {
  held: {
    vi: 'Hồ sơ đổi giấy phép cần những dòng này. Không mang theo thì bấm nút ở dưới, bổ sung sau tại quầy.',
    en: 'The renewal needs what stands on it. If it is not here, press the button below and add it at the desk later.',
  },
  family: {
    vi: 'Cha mẹ, anh chị em ruột có ai mắc bệnh dưới đây không?',
    en: 'Have your parents, brothers or sisters had any of these?',
  },
  health: {
    vi: 'Bạn có hoặc đã từng có những điều dưới đây không? Có thì ghi rõ.',
    en: 'Do you have, or have you had, any of these? If so, say what.',
  },
}
