import type { SectionKey } from './certificate-props.ts'

/**
 * The words of the printed form. Thông tư 36/2024/TT-BYT prescribes them in Vietnamese, so they
 * have no second language.
 */
export const form = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập – Tự do – Hạnh phúc',
  title: 'GIẤY KHÁM SỨC KHỎE\nCỦA NGƯỜI LÁI XE, NGƯỜI ĐIỀU KHIỂN XE MÁY CHUYÊN DÙNG',
  portrait: 'Ảnh\n4 × 6 cm',
  history: 'I. TIỀN SỬ CỦA NGƯỜI ĐƯỢC KHÁM SỨC KHỎE',
  clinical: 'II. KHÁM LÂM SÀNG',
  laboratory: 'III. KHÁM CẬN LÂM SÀNG',
  conclusion: 'IV. KẾT LUẬN',
  pledge:
    'Tôi xin cam đoan những điều khai trên đây hoàn toàn đúng với sự thật theo sự hiểu biết của tôi.',
  nothingFound: 'chưa phát hiện bệnh, tật không đủ điều kiện sức khỏe',
} as const

export const holds = {
  draft: 'BẢN NHÁP',
  unpaid: 'CHƯA THANH TOÁN',
  revoked: 'ĐÃ THU HỒI',
} as const

export const purposes = {
  new: 'Cấp mới',
  renewal: 'Đổi',
  reissue: 'Cấp lại',
  upgrade: 'Nâng hạng',
} as const

export const familyQuestions = {
  infectious: 'Bệnh truyền nhiễm',
  cardiovascular: 'Bệnh tim mạch',
  diabetes: 'Đái tháo đường',
  tuberculosis: 'Lao',
  asthma: 'Hen phế quản',
  cancer: 'Ung thư',
  epilepsy: 'Động kinh',
  psychiatric: 'Rối loạn tâm thần',
  other: 'Bệnh khác',
} as const

export const personalQuestions = {
  illnessLast5Years: 'Có bệnh hay bị thương trong 5 năm qua',
  nerveOrHeadInjury: 'Có bệnh thần kinh hay bị thương ở đầu',
  eyeDisease: 'Bệnh mắt hoặc giảm thị lực (trừ trường hợp đeo kính thuốc)',
  earDisease: 'Bệnh ở tai, giảm sức nghe hoặc thăng bằng',
  heartDisease: 'Bệnh ở tim, nhồi máu cơ tim, các bệnh tim mạch khác',
  heartSurgery:
    'Phẫu thuật, can thiệp tim mạch (thay van, bắc cầu nối, tạo hình mạch, máy tạo nhịp, đặt stent, ghép tim)',
  hypertension: 'Tăng huyết áp',
  dyspnoea: 'Khó thở',
  lungDisease: 'Bệnh phổi, hen, khí phế thũng, viêm phế quản mạn tính',
  kidneyDisease: 'Bệnh thận, lọc máu',
  diabetes: 'Đái tháo đường hoặc đang kiểm soát đường huyết',
  psychiatric: 'Bệnh tâm thần',
  lossOfConsciousness: 'Mất ý thức, rối loạn ý thức',
  faintingOrVertigo: 'Ngất, chóng mặt',
  digestive: 'Bệnh tiêu hóa',
  sleepDisorder: 'Rối loạn giấc ngủ, ngừng thở khi ngủ, ngủ rũ ban ngày, ngáy to',
  strokeOrParalysis: 'Tai biến mạch máu não hoặc liệt',
  spine: 'Bệnh hoặc tổn thương cột sống',
  regularAlcohol: 'Sử dụng rượu thường xuyên, liên tục',
  narcotics: 'Sử dụng ma túy và chất gây nghiện',
} as const

export const sectionTitles = {
  psychiatry: '1. Tâm thần',
  neurology: '2. Thần kinh',
  eyes: '3. Mắt',
  ent: '4. Tai – Mũi – Họng',
  cardiovascular: '5. Tim mạch',
  respiratory: '6. Hô hấp',
  musculoskeletal: '7. Cơ – Xương – Khớp',
  endocrine: '8. Nội tiết',
  substances: '1. Xét nghiệm ma túy (bắt buộc); 2. Xét nghiệm theo chỉ định',
} as const satisfies Record<SectionKey, string>

export const colourVisions = {
  normal: 'Sắc giác bình thường',
  total: 'Mù màu toàn bộ',
  red: 'Mù màu đỏ',
  green: 'Mù màu xanh lá',
  yellow: 'Mù màu vàng',
} as const

export const drugs = {
  amphetamin: 'Amphetamin',
  marijuana: 'Marijuana (cần sa)',
  morphin: 'Morphin',
  codein: 'Codein',
  heroin: 'Heroin',
} as const

/** `lái xe hạng B`; special machinery has no licence class. */
export function drivingOf(licenceClass: string): string {
  return licenceClass === 'XMCD' ? 'điều khiển xe máy chuyên dùng' : `lái xe hạng ${licenceClass}`
}
