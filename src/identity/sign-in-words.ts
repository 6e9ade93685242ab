import type { Text } from '../core/text.ts'

export const signInWords = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  showPassword: { vi: 'Hiện mật khẩu', en: 'Show password' },
  hidePassword: { vi: 'Ẩn mật khẩu', en: 'Hide password' },
  show: { vi: 'Hiện', en: 'Show' },
  hide: { vi: 'Ẩn', en: 'Hide' },
  capsLock: { vi: 'Phím Caps Lock đang bật.', en: 'Caps Lock is on.' },
  submit: { vi: 'Đăng nhập', en: 'Sign in' },
  forgotten: {
    vi: 'Quên mật khẩu? Nhờ quản trị viên của cơ sở đặt lại.',
    en: 'Forgotten your password? Ask your facility’s administrator to reset it.',
  },
  wrong: {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The username or the password is wrong.',
  },
  wrongTitle: { vi: 'Chưa đăng nhập được', en: 'You are not signed in' },
  lockedTitle: { vi: 'Tạm khóa', en: 'Locked for a while' },
  lockedOut: {
    vi: 'Đã nhập sai quá nhiều lần. Vì an toàn, tên đăng nhập này bị khóa tạm; hãy thử lại sau {minutes} phút.',
    en: 'Too many wrong attempts. For safety this username is locked for a while; try again in {minutes} minutes.',
  },
  addressLockedOut: {
    vi: 'Có quá nhiều lần đăng nhập sai từ máy này. Hãy thử lại sau {minutes} phút.',
    en: 'Too many wrong sign-ins from this machine. Try again in {minutes} minutes.',
  },
  lockedHelp: {
    vi: 'Không đợi được? Quản trị viên đặt lại mật khẩu thì mở khóa ngay.',
    en: 'Cannot wait? A password reset by an administrator unlocks it at once.',
  },
  ended: { vi: 'Phiên làm việc đã hết.', en: 'Your session has ended.' },
  idle: {
    vi: 'Phiên làm việc đã đóng vì quá {minutes} phút không thao tác.',
    en: 'Your session was closed after {minutes} minutes without work.',
  },
  goesOn: {
    vi: 'Đăng nhập lại để về đúng trang đang làm.',
    en: 'Sign in again to return to where you were.',
  },
  draftsKept: {
    vi: 'Những gì bạn đang nhập vẫn được giữ trên máy này.',
    en: 'What you were typing is still kept on this machine.',
  },
  toOpen: {
    vi: 'Đăng nhập để mở trang bạn vừa chọn.',
    en: 'Sign in to open the page you chose.',
  },
  castTitle: { vi: 'Tài khoản minh họa', en: 'Demonstration accounts' },
  castHint: {
    vi: 'Chọn một vai trò. Mật khẩu chung đã in một lần trong cửa sổ lệnh khi khởi động lần đầu.',
    en: 'Choose a role. The one password for all was printed in the terminal at the first start.',
  },
} as const satisfies Record<string, Text>
