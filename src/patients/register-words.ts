import type { Text } from '../core/text.ts'

/** Registering: the card's code by scanner, camera or photo, or everything by hand. */
export const registerWords = {
  title: { vi: 'Tiếp nhận người khám', en: 'Register a person' },
  ways: { vi: 'Cách tiếp nhận', en: 'How to register' },
  byCard: { vi: 'Quét thẻ căn cước', en: 'Scan the identity card' },
  byHand: { vi: 'Nhập tay', en: 'Type it in' },
  noCard: {
    vi: 'Không có thẻ, hoặc là hộ chiếu?',
    en: 'No card, or a passport?',
  },
  scanLabel: { vi: 'Mã QR trên thẻ', en: 'QR code of the card' },
  scanHint: {
    vi: 'Chỉ cần quét, con trỏ ở đâu cũng được, bộ gõ Telex hay VNI bật cũng được.',
    en: 'Just scan, wherever the cursor is, with Telex or VNI switched on or off.',
  },
  scanning: { vi: 'Đang nhận từ máy quét…', en: 'Hearing the scanner…' },
  scanBroken: {
    vi: 'Máy quét dừng giữa chừng. Quét lại, hoặc bấm Đọc thẻ để xem còn thiếu gì.',
    en: 'The scanner stopped half-way. Scan again, or press Read the card to see what is missing.',
  },
  accentsTitle: { vi: 'Máy quét mất dấu tiếng Việt?', en: 'The scanner loses the accents?' },
  accentsText: {
    vi: 'Bàn phím không có chữ có dấu, nên máy quét phải được đặt cách gửi chúng. Quét các mã cài đặt trong sách của máy, theo thứ tự này:',
    en: 'A keyboard has no accented letters, so the scanner must be told how to send them. Scan the set-up codes in its manual, in this order:',
  },
  accentsKeyboard: {
    vi: 'Kiểu bàn phím USB (HID), nước: Mỹ (US English).',
    en: 'USB keyboard (HID), country: US English.',
  },
  accentsAlt: {
    vi: 'Dữ liệu UTF-8, gửi bằng mã Alt (ALT mode, Unicode/Universal keypad). Máy quét gửi kiểu Telex hoặc VNI cũng đọc được.',
    en: 'Data as UTF-8, sent by Alt codes (ALT mode, Unicode or universal keypad). Scanners that spell Telex or VNI are read too.',
  },
  accentsEnd: { vi: 'Kết thúc bằng Enter hoặc Tab.', en: 'Ended by Enter or Tab.' },
  accentsElse: {
    vi: 'Máy không có cách nào trong đó? Dùng camera hoặc ảnh. Vẫn quét thì số, ngày, giới tính đúng; họ tên và địa chỉ gõ lại theo thẻ.',
    en: 'None of these on your scanner? Use the camera or a photo. Scanned all the same, numbers, dates and sex are right; type name and address as on the card.',
  },
  accentsLost: {
    vi: 'Máy quét không gửi dấu. Gõ lại như in trên thẻ.',
    en: 'The scanner sent no accents. Type it as printed on the card.',
  },
  scanSend: { vi: 'Đọc thẻ', en: 'Read the card' },
  scanCamera: { vi: 'Quét bằng camera', en: 'Use the camera' },
  scanStop: { vi: 'Tắt camera', en: 'Stop the camera' },
  scanPhoto: { vi: 'Chọn ảnh chụp mã QR', en: 'Choose a photo of the code' },
  scanLooking: { vi: 'Đưa mã QR vào giữa khung hình.', en: 'Hold the QR code in the middle.' },
  scanNoCamera: {
    vi: 'Không mở được camera. Kiểm tra quyền của trình duyệt, hoặc dùng máy quét.',
    en: 'The camera did not open. Check the browser’s permission, or use a scanner.',
  },
  scanNothing: {
    vi: 'Không thấy mã QR trong ảnh. Chụp gần hơn, đủ sáng, không bị lóa.',
    en: 'No QR code was seen in the picture. Take it closer, in good light, without glare.',
  },
  scanReading: { vi: 'Đang đọc ảnh…', en: 'Reading the picture…' },
  where: {
    vi: 'Mã QR ở góc trên bên phải, mặt trước (thẻ cũ) hoặc mặt sau (thẻ từ 7/2024).',
    en: 'The code is at the upper right: in front on older cards, on the back since July 2024.',
  },
  afterwards: {
    vi: 'Người đã từng đến sẽ mở đúng hồ sơ cũ; người mới được ghi ngay.',
    en: 'Whoever was here before opens in their own record; a new person is recorded at once.',
  },
  save: { vi: 'Tiếp nhận', en: 'Register' },
} as const satisfies Record<string, Text>
