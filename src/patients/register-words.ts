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
    vi: 'Con trỏ đã ở trong ô: chỉ cần quét. Máy quét tự gửi; không thì bấm Enter.',
    en: 'The cursor is in the field: just scan. The scanner sends it; if not, press Enter.',
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
