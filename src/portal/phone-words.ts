import type { Text } from '../core/text.ts'

/** The page as an app on the phone: put there, readable without a network, taken away again. */
export const phoneWords = {
  appName: { vi: 'Lượt khám', en: 'Your visit' },
  appFull: { vi: 'Lượt khám · {facility}', en: 'Your visit · {facility}' },
  title: { vi: 'Trên điện thoại này', en: 'On this phone' },
  kept: {
    vi: 'Lần xem cuối đọc được cả khi mất mạng. Khi liên kết hết hạn, bản đó bị xóa ở lần mở tiếp theo.',
    en: 'What you saw last can be read without a network. Once the link has expired it is deleted at the next opening.',
  },
  install: { vi: 'Thêm vào màn hình chính', en: 'Add to the home screen' },
  installHow: {
    vi: 'iPhone: bấm Chia sẻ rồi “Thêm vào MH chính”. Android: mở thực đơn của trình duyệt rồi “Thêm vào màn hình chính”.',
    en: 'iPhone: Share, then “Add to Home Screen”. Android: the browser’s menu, then “Add to home screen”.',
  },
  forget: { vi: 'Xóa khỏi điện thoại này', en: 'Forget on this phone' },
  asOf: {
    vi: 'Không có mạng. Đây là tình trạng lúc {at}.',
    en: 'No network. This is how it stood at {at}.',
  },
  forgottenTitle: { vi: 'Đã xóa khỏi điện thoại này', en: 'Forgotten on this phone' },
  forgottenLead: {
    vi: 'Điện thoại không còn giữ gì của lượt khám.',
    en: 'Nothing of the visit is kept on this phone any more.',
  },
  forgottenIcon: {
    vi: 'Nếu đã thêm vào màn hình chính, hãy xóa biểu tượng đó.',
    en: 'If you added it to the home screen, remove that icon.',
  },
  forgottenHistory: {
    vi: 'Lịch sử của trình duyệt vẫn có thể còn địa chỉ; hãy xóa nếu người khác dùng chung máy.',
    en: 'The browser’s history may still hold the address: clear it if others use this phone.',
  },
  forgottenAgain: {
    vi: 'Mã QR trên phiếu vẫn mở được trang.',
    en: 'The QR code on your slip still opens the page.',
  },
} as const satisfies Record<string, Text>
