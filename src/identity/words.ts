import type { Role, Specialty } from '../core/actor.ts'
import type { Text } from '../core/text.ts'

const roleNames = {
  reception: { vi: 'Tiếp đón', en: 'Reception' },
  examiner: { vi: 'Bác sĩ khám', en: 'Examining doctor' },
  lab: { vi: 'Xét nghiệm', en: 'Laboratory' },
  concluder: { vi: 'Bác sĩ kết luận', en: 'Concluding doctor' },
  cashier: { vi: 'Thu ngân', en: 'Cashier' },
  'cashier-manager': { vi: 'Trưởng quầy thu ngân', en: 'Cashier manager' },
  'licence-desk': { vi: 'Hồ sơ giấy phép lái xe', en: 'Licence desk' },
  records: { vi: 'Lưu trữ bệnh án', en: 'Medical records' },
  director: { vi: 'Giám đốc', en: 'Director' },
  admin: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  auditor: { vi: 'Kiểm soát nội bộ', en: 'Auditor' },
} as const satisfies Record<Role, Text>

const specialtyNames = {
  psychiatry: { vi: 'Tâm thần', en: 'Psychiatry' },
  neurology: { vi: 'Thần kinh', en: 'Neurology' },
  eyes: { vi: 'Mắt', en: 'Eyes' },
  ent: { vi: 'Tai - Mũi - Họng', en: 'Ear, nose and throat' },
  cardiovascular: { vi: 'Tim mạch', en: 'Cardiovascular' },
  respiratory: { vi: 'Hô hấp', en: 'Respiratory' },
  musculoskeletal: { vi: 'Cơ - Xương - Khớp', en: 'Musculoskeletal' },
  endocrine: { vi: 'Nội tiết', en: 'Endocrine' },
  substances: { vi: 'Ma túy và nồng độ cồn', en: 'Drugs and alcohol' },
} as const satisfies Record<Specialty, Text>

const faults = {
  username: {
    vi: 'Dùng 3–30 ký tự: chữ thường không dấu, số, dấu chấm, gạch dưới, gạch nối.',
    en: 'Use 3–30 characters: lower-case letters, digits, dot, underscore, hyphen.',
  },
  'username-taken': { vi: 'Tên đăng nhập này đã có người dùng.', en: 'This username is taken.' },
  name: { vi: 'Nhập họ và tên (2–100 ký tự).', en: 'Enter the full name (2–100 characters).' },
  grants: { vi: 'Chọn ít nhất một vai trò.', en: 'Choose at least one role.' },
  registration: {
    vi: 'Số giấy phép hành nghề có dạng 0012345/HCM-CCHN hoặc 0012345/BYT-GPHN.',
    en: 'A practising licence number looks like 0012345/HCM-CCHN or 0012345/BYT-GPHN.',
  },
  'registration-needed': {
    vi: 'Bác sĩ kết luận phải có số giấy phép hành nghề.',
    en: 'A concluding doctor must have a practising licence number.',
  },
  'registration-taken': {
    vi: 'Số giấy phép hành nghề này đã thuộc về một tài khoản khác.',
    en: 'This practising licence number belongs to another account.',
  },
  'password-length': {
    vi: 'Dùng từ 10 đến 128 ký tự.',
    en: 'Use 10 to 128 characters.',
  },
  'password-same': {
    vi: 'Mật khẩu mới phải khác mật khẩu đang dùng.',
    en: 'The new password must differ from the current one.',
  },
  'password-repeated': {
    vi: 'Hai lần nhập mật khẩu mới không giống nhau.',
    en: 'The two new passwords are not the same.',
  },
  'password-wrong': {
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The current password is wrong.',
  },
} as const satisfies Record<string, Text>

export const words = {
  roles: roleNames,
  specialties: specialtyNames,
  faults,
  signInTitle: { vi: 'Đăng nhập', en: 'Sign in' },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signInHint: {
    vi: 'Quên mật khẩu? Nhờ quản trị viên của cơ sở đặt lại.',
    en: 'Forgotten your password? Ask your facility’s administrator to reset it.',
  },
  signInWrong: {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The username or the password is wrong.',
  },
  lockedOut: {
    vi: 'Đã nhập sai quá nhiều lần. Vì an toàn, tên đăng nhập này bị khóa tạm; hãy thử lại sau {minutes} phút.',
    en: 'Too many wrong attempts. For safety this username is locked for a while; try again in {minutes} minutes.',
  },
  addressLockedOut: {
    vi: 'Có quá nhiều lần đăng nhập sai từ máy này. Hãy thử lại sau {minutes} phút.',
    en: 'Too many wrong sign-ins from this machine. Try again in {minutes} minutes.',
  },
  castTitle: { vi: 'Tài khoản minh họa', en: 'Demonstration accounts' },
  castHint: {
    vi: 'Mật khẩu đã in một lần trong cửa sổ lệnh khi khởi động lần đầu.',
    en: 'Their passwords were printed once, in the terminal, at the first start.',
  },
  tokenUnknown: {
    vi: 'Mã truy cập không có hoặc đã bị thu hồi.',
    en: 'The access token is unknown or has been revoked.',
  },
  passwordTitle: { vi: 'Đổi mật khẩu', en: 'Change password' },
  passwordCurrent: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  passwordNext: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordNextHint: {
    vi: 'Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'At least 10 characters. A short sentence you remember is best.',
  },
  passwordRepeated: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  passwordSubmit: { vi: 'Đổi mật khẩu', en: 'Change password' },
  passwordRefused: {
    vi: 'Chưa đổi được mật khẩu. Vì an toàn, hãy nhập lại cả ba mục.',
    en: 'The password is not changed. For safety, fill in all three again.',
  },
  passwordChanged: {
    vi: 'Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã bị đóng.',
    en: 'The password is changed. Your other sessions are closed.',
  },
  passwordMustChange: {
    vi: 'Mật khẩu này do người khác cấp. Hãy đổi thành mật khẩu của riêng bạn trước khi làm việc.',
    en: 'Someone else issued this password. Change it to one of your own before you work.',
  },
  staffTitle: { vi: 'Nhân viên', en: 'Staff' },
  staffNew: { vi: 'Thêm nhân viên', en: 'Add a member of staff' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  rolesLabel: { vi: 'Vai trò', en: 'Roles' },
  examinerSpecialties: {
    vi: 'Bác sĩ khám theo chuyên khoa',
    en: 'Examining doctor by specialty',
  },
  examinerAll: { vi: 'Bác sĩ khám, mọi chuyên khoa', en: 'Examining doctor, every specialty' },
  registrationLabel: { vi: 'Số giấy phép hành nghề', en: 'Practising licence number' },
  registrationHint: {
    vi: 'Bắt buộc với bác sĩ kết luận; cần để ký phần khám. Ví dụ 0012345/HCM-CCHN.',
    en: 'Required for a concluding doctor; needed to sign a section. Example 0012345/HCM-CCHN.',
  },
  usernameHint: {
    vi: 'Chữ thường không dấu, số, dấu chấm. Ví dụ: lan.nguyen',
    en: 'Lower-case letters, digits, dots. Example: lan.nguyen',
  },
  create: { vi: 'Tạo tài khoản', en: 'Create the account' },
  status: { vi: 'Trạng thái', en: 'Status' },
  active: { vi: 'Đang dùng', en: 'Active' },
  disabled: { vi: 'Đã khóa', en: 'Disabled' },
  disabledSince: { vi: 'Khóa từ', en: 'Disabled since' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  disable: { vi: 'Khóa tài khoản', en: 'Disable the account' },
  disableHint: {
    vi: 'Các phiên đang mở kết thúc ngay; mã truy cập ký tên người này bị thu hồi. Có thể mở lại.',
    en: 'Open sessions end at once; tokens that sign in this name are revoked. It can be enabled again.',
  },
  enable: { vi: 'Mở lại tài khoản', en: 'Enable the account' },
  enableHint: {
    vi: 'Đăng nhập lại được bằng mật khẩu cũ. Mã truy cập đã thu hồi không trở lại.',
    en: 'Signing in works again with the old password. Revoked tokens do not come back.',
  },
  resetPassword: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  resetHint: {
    vi: 'Tạo mật khẩu dùng một lần, kết thúc các phiên đang mở và gỡ khóa tạm do nhập sai.',
    en: 'Makes a one-time password, ends open sessions and lifts a lock after wrong attempts.',
  },
  oneTimeTitle: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  oneTimeFor: {
    vi: 'Mật khẩu của {name} (tên đăng nhập {username}):',
    en: 'The password of {name} (username {username}):',
  },
  oneTimeHint: {
    vi: 'Chỉ hiện một lần. Hãy trao tận tay; người dùng phải đổi mật khẩu khi đăng nhập lần đầu.',
    en: 'Shown once. Hand it over in person; it must be changed at the first sign-in.',
  },
  backToStaff: { vi: 'Về danh sách nhân viên', en: 'Back to the staff list' },
  noSelfDisable: {
    vi: 'Đây là tài khoản của bạn. Quản trị viên khác mới khóa hoặc đặt lại được.',
    en: 'This is your own account. Only another administrator can disable or reset it.',
  },
  tokensTitle: { vi: 'Mã truy cập cho máy', en: 'Machine access tokens' },
  tokensHint: {
    vi: 'Mã mới được tạo bằng lệnh: npx lienthong token --role … --name …',
    en: 'New ones are made by the command: npx lienthong token --role … --name …',
  },
  tokensNone: { vi: 'Chưa có mã truy cập nào.', en: 'There are no tokens yet.' },
  tokenName: { vi: 'Tên', en: 'Name' },
  tokenHint: { vi: 'Ký tự cuối', en: 'Ends in' },
  tokenSigns: { vi: 'Ký thay', en: 'Signs as' },
  lastUsed: { vi: 'Dùng lần cuối', en: 'Last used' },
  never: { vi: 'Chưa dùng', en: 'Never' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
} as const
