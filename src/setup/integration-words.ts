import type { Text } from '../core/text.ts'
import type { Finding, Integration, IntegrationSetting } from './integration.ts'

export const integrationWords = {
  title: { vi: 'Kết nối', en: 'Integrations' },
  lead: {
    vi: 'Địa chỉ và khóa nằm trong cấu hình máy chủ; ở đây xem chúng có dùng được không.',
    en: 'Addresses and keys are in the server’s configuration; here you see whether they work.',
  },
  test: { vi: 'Kiểm tra kết nối', en: 'Test connection' },
  testAll: { vi: 'Kiểm tra tất cả', en: 'Test all' },
  never: { vi: 'Chưa kiểm tra', en: 'Not tested yet' },
  works: { vi: 'Kết nối tốt', en: 'Works' },
  fails: { vi: 'Chưa kết nối được', en: 'Does not work' },
  testedBy: { vi: '{name} kiểm tra lúc {at}', en: 'Tested by {name} at {at}' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  standIn: {
    vi: '{url} (mô phỏng của bản trình diễn)',
    en: '{url} (the demonstration’s stand-in)',
  },
  account: { vi: 'Tài khoản', en: 'Account' },
  sender: { vi: 'Tên người gửi', en: 'Sender' },
  absent: { vi: 'Chưa kết nối', en: 'Not connected' },
  absentHow: {
    vi: 'Để kết nối, người quản lý máy chủ đặt những giá trị sau vào cấu hình rồi khởi động lại:',
    en: 'To connect it, whoever runs the server sets the following in its configuration and starts it again:',
  },
  configuredBy: { vi: 'Cấu hình', en: 'Configured by' },
  notifyHint: {
    vi: 'Chép địa chỉ vào trang quản trị của dịch vụ báo có cùng tên; mỗi dịch vụ báo tiền vào đến địa chỉ của mình.',
    en: 'Copy each address into the settings of the notifier of that name, which tells there of money that came in.',
  },
  proof: { vi: 'Bằng chứng', en: 'Proof' },
  lastNews: { vi: 'Tin gần nhất', en: 'Last message' },
  noNews: { vi: 'chưa có tin nào', en: 'none yet' },
  callback: { vi: 'Địa chỉ nhận kết quả', en: 'Call-back address' },
  done: { vi: 'Đã kiểm tra.', en: 'Tested.' },
  settings: { vi: 'Cài đặt', en: 'Settings' },
} as const satisfies Record<string, Text>

export const integrationNames: Readonly<Record<Integration, Text>> = {
  gateway: {
    vi: 'Cổng dữ liệu bảo hiểm y tế (giấy khám)',
    en: 'Health-insurance gateway (certificates)',
  },
  authority: { vi: 'Cơ quan cấp giấy phép lái xe', en: 'Licence authority' },
  bank: { vi: 'Báo có của ngân hàng', en: 'Bank notifications' },
  signature: { vi: 'Chữ ký số của cơ sở', en: 'The facility’s signature' },
  sms: { vi: 'Tin nhắn (SMS)', en: 'Text messages (SMS)' },
}

/** What happens while it is not connected. */
export const absenceWords: Readonly<Record<Integration, Text>> = {
  gateway: {
    vi: 'Giấy khám vẫn lập và in được; phần gửi lên cổng chờ ở bàn cấp đổi giấy phép và tự đi sau khi kết nối. Hồ sơ cấp đổi chờ theo.',
    en: 'Certificates are made and printed all the same; sending them waits at the licence desk and goes on by itself once connected. Renewal cases wait behind them.',
  },
  authority: {
    vi: 'Hồ sơ cấp đổi đã đủ thì chờ ở bàn cấp đổi giấy phép và tự gửi đi sau khi kết nối.',
    en: 'Renewal cases that are ready wait at the licence desk and are handed in by themselves once connected.',
  },
  bank: { vi: 'Chưa có khóa báo có nào.', en: 'No notifier has a key.' },
  signature: {
    vi: 'Chữ ký số đi cùng cổng dữ liệu bảo hiểm y tế: chưa có nó thì chưa gửi giấy khám được.',
    en: 'It belongs to the health-insurance gateway: without it no certificate is sent.',
  },
  sms: {
    vi: 'Không tin nhắn nào được gửi, cũng không tin nào chờ; lịch hẹn và khám vẫn như thường.',
    en: 'No message is sent and none waits; appointments and exams go on as usual.',
  },
}

/** What each setting is, and who gives it. */
export const settingPurposes: Readonly<Record<IntegrationSetting, Text>> = {
  GATEWAY_URL: {
    vi: 'địa chỉ cổng, do cơ quan bảo hiểm xã hội cung cấp',
    en: 'the gateway’s address, from the health insurance',
  },
  GATEWAY_USERNAME: {
    vi: 'tài khoản của cơ sở trên cổng, do cơ quan bảo hiểm xã hội cấp',
    en: 'the facility’s account there, from the health insurance',
  },
  GATEWAY_PASSWORD: { vi: 'mật khẩu của tài khoản đó', en: 'the password of that account' },
  SIGNING_KEY_FILE: {
    vi: 'tệp khóa riêng RSA (PEM), do nhà cung cấp chữ ký số cấp',
    en: 'the file of the private RSA key (PEM), from the issuer of the signature',
  },
  SIGNING_CERTIFICATE_FILE: {
    vi: 'tệp chứng thư (PEM) của khóa đó',
    en: 'the file of its certificate (PEM)',
  },
  AUTHORITY_URL: {
    vi: 'địa chỉ nhận hồ sơ, theo thỏa thuận với cơ quan cấp giấy phép',
    en: 'where cases are handed in, by the agreement with the authority',
  },
  AUTHORITY_TOKEN: {
    vi: 'mã truy cập, theo thỏa thuận đó',
    en: 'the access token, by that agreement',
  },
  AUTHORITY_WEBHOOK_SECRET: {
    vi: 'bí mật chung, chứng minh kết quả báo về là của họ',
    en: 'the shared secret that proves what they report',
  },
  SMS_URL: { vi: 'địa chỉ của nhà cung cấp tin nhắn', en: 'the message provider’s address' },
  SMS_TOKEN: { vi: 'mã truy cập của nhà cung cấp đó', en: 'the access token, from the provider' },
  SMS_SENDER: {
    vi: 'tên người gửi đã đăng ký với họ; để trống là LIENTHONG',
    en: 'the sender registered with them; LIENTHONG where left out',
  },
}

export const integrationHints: Readonly<Record<Integration, Text>> = {
  gateway: {
    vi: 'Gửi một bản ghi rỗng, mà cổng phải từ chối: như vậy biết địa chỉ và tài khoản đúng, và không có gì được lưu ở đó.',
    en: 'Sends an empty record, which the gateway must refuse: so address and account are right, and nothing is kept there.',
  },
  authority: {
    vi: 'Hỏi một hồ sơ không tồn tại: chỉ ai được cho vào mới biết là không có.',
    en: 'Asks for a case that does not exist: only who is let in learns that there is none.',
  },
  bank: {
    vi: 'Tự gửi đến địa chỉ công khai của mình một tin thật mà không có giao dịch nào.',
    en: 'Sends to our own public address a genuine message that tells of no transfer.',
  },
  signature: {
    vi: 'Xem khóa và chứng thư có hợp nhau và còn hạn không.',
    en: 'Sees whether key and certificate belong together and are still valid.',
  },
  sms: {
    vi: 'Gửi một tin rỗng, mà nhà cung cấp phải từ chối: như vậy biết địa chỉ và mã truy cập đúng, và không ai nhận tin nào. Tên người gửi chỉ biết khi gửi tin thật.',
    en: 'Hands over an empty message, which must be refused: so address and token are right, and nobody gets anything. Whether the sender’s name is accepted shows with the first real message.',
  },
}

/** What was found and what to do about it, in plain words. */
export const findingWords: Readonly<Record<Finding, Text>> = {
  fine: { vi: 'Kết nối tốt.', en: 'The connection works.' },
  'not-connected': {
    vi: 'Chưa có trong cấu hình máy chủ, nên chưa có gì để kiểm tra.',
    en: 'It is not in the server’s configuration, so there is nothing to test yet.',
  },
  'no-such-host': {
    vi: 'Không tìm thấy máy chủ mang tên này. Xem lại địa chỉ có gõ sai không, và máy chủ này có phân giải tên miền (DNS) được không.',
    en: 'There is no server of this name. Check the address for a typing error, and whether this machine can resolve names (DNS).',
  },
  'nobody-listens': {
    vi: 'Máy chủ có đó nhưng không dịch vụ nào nhận ở cổng này. Xem lại số cổng, hoặc dịch vụ bên kia đang tắt.',
    en: 'The machine is there but nothing listens on this port. Check the port, or the service over there is switched off.',
  },
  'no-way-there': {
    vi: 'Không nối được trong thời gian chờ. Thường do tường lửa chặn chiều đi, mạng nội bộ chưa mở đường, hoặc bên kia chưa cho phép địa chỉ IP của ta.',
    en: 'No connection came about in time. Usually a firewall blocks the way out, or the other side has not allowed our IP address.',
  },
  'no-answer': {
    vi: 'Đã nối được nhưng bên kia không trả lời trọn. Thử lại sau ít phút; nếu vẫn vậy, báo cho bên kia.',
    en: 'Connected, but no whole answer came. Try again in a few minutes; if it stays so, tell the other side.',
  },
  'certificate-untrusted': {
    vi: 'Không tin được chứng thư TLS của bên kia (hết hạn, sai tên miền hoặc tự ký). Xem địa chỉ có đúng https không và nhờ bên kia kiểm tra chứng thư.',
    en: 'The other side’s TLS certificate cannot be trusted (expired, another name, or self-signed). Check that the address is right and have them look at it.',
  },
  'not-let-in': {
    vi: 'Nối được nhưng bị từ chối đăng nhập: tên, mật khẩu hoặc mã truy cập trong cấu hình không đúng hoặc đã hết hạn.',
    en: 'Reached, but not let in: the name, password or token in the configuration is wrong or has expired.',
  },
  'wrong-address': {
    vi: 'Có máy chủ trả lời nhưng không có dịch vụ này ở đường dẫn đó. Xem lại phần sau tên miền của địa chỉ.',
    en: 'A server answers, but this service is not at that path. Check what stands behind the host name.',
  },
  busy: {
    vi: 'Bên kia nói đang quá tải. Thử lại sau.',
    en: 'The other side says it is overloaded. Try again later.',
  },
  down: {
    vi: 'Bên kia đang ngừng phục vụ. Thử lại sau; hồ sơ chờ sẽ tự gửi khi có lại.',
    en: 'The other side is out of service. Try again later; what waits is sent by itself once it is back.',
  },
  broken: {
    vi: 'Bên kia gặp lỗi bên trong. Báo cho họ kèm giờ kiểm tra.',
    en: 'The other side had a fault of its own. Tell them, with the time of this test.',
  },
  unreadable: {
    vi: 'Có trả lời nhưng không đúng giao thức đã thỏa thuận: có lẽ địa chỉ dẫn đến một trang web khác.',
    en: 'There is an answer, but not in the agreed protocol: the address may lead to some other web site.',
  },
  'not-ours': {
    vi: 'Địa chỉ công khai (PUBLIC_URL) không dẫn về phần mềm này. Xem lại tên miền và proxy phía trước.',
    en: 'The public address (PUBLIC_URL) does not lead to this program. Check the host name and the proxy in front.',
  },
  'proof-refused': {
    vi: 'Địa chỉ công khai trả lời nhưng không nhận khóa của tiến trình này: có lẽ một tiến trình khác đang chạy với khóa khác.',
    en: 'The public address answers but does not accept this process’s key: another process may run with other keys.',
  },
  'no-key': { vi: 'Chưa đặt khóa nào trong cấu hình.', en: 'No key is configured.' },
  'key-unreadable': {
    vi: 'Không đọc được tệp khóa hoặc chứng thư. Xem đường dẫn và quyền đọc của tệp.',
    en: 'The key or certificate file cannot be read. Check the path and the file’s permissions.',
  },
  'key-mismatch': {
    vi: 'Khóa và chứng thư không thuộc về nhau.',
    en: 'Key and certificate do not belong together.',
  },
  'key-expired': {
    vi: 'Chứng thư đã hết hạn: cổng sẽ từ chối mọi giấy khám. Gia hạn với nhà cung cấp.',
    en: 'The certificate has expired: the gateway will refuse everything. Renew it with its issuer.',
  },
  'key-expires-soon': {
    vi: 'Dùng được, nhưng chứng thư hết hạn trong 30 ngày tới. Gia hạn ngay.',
    en: 'Works, but the certificate expires within 30 days. Renew it now.',
  },
}
