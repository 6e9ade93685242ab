import { degree, flag, note, number, type SectionField, same, under } from './field.ts'

const pressure = same('mmHg')

export const cardiovascularFields: readonly SectionField[] = [
  ...under('Mạch, huyết áp', 'Pulse and pressure', [
    {
      ...number(
        'pulse',
        { vi: 'Mạch', en: 'Pulse' },
        { vi: 'lần/phút', en: '/min' },
        { min: 20, max: 250 },
      ),
      always: true,
    },
    {
      ...number('systolic', { vi: 'Tâm thu', en: 'Systolic' }, pressure, { min: 40, max: 300 }),
      always: true,
    },
    {
      ...number('diastolic', { vi: 'Tâm trương', en: 'Diastolic' }, pressure, {
        min: 20,
        max: 200,
      }),
      always: true,
    },
    flag('hypertensionTreated', 'Đang điều trị tăng huyết áp', 'Under treatment for hypertension'),
    flag(
      'lowPressureSymptoms',
      'Tiền sử chóng mặt, mệt mỏi, buồn ngủ hoặc ngất khi huyết áp thấp',
      'History of dizziness, fatigue, drowsiness or fainting with low pressure',
    ),
  ]),
  ...under('Nhịp tim', 'Rhythm', [
    degree('avBlock', 'Block nhĩ thất, độ', 'AV block, degree', 3),
    flag('symptomaticBradycardia', 'Nhịp chậm có triệu chứng', 'Symptomatic bradycardia'),
    flag(
      'unstableTachyarrhythmia',
      'Nhịp nhanh đã điều trị, chưa ổn định',
      'Tachyarrhythmia treated, not stable',
    ),
    degree('lown', 'Ngoại tâm thu thất, độ Lown', 'Ventricular extrasystoles, Lown', 5),
    flag('structuralHeartDisease', 'Bệnh tim cấu trúc', 'Structural heart disease'),
  ]),
  ...under('Suy tim và bệnh khác', 'Heart failure and other', [
    degree('nyha', 'Suy tim, NYHA (0 = không)', 'Heart failure, NYHA (0 = none)', 4),
    flag(
      'vascularDiseaseAffectingDriving',
      'Tắc mạch hoặc dị dạng mạch ảnh hưởng thao tác lái xe',
      'Vascular disease that affects driving',
    ),
    flag('coronaryAngina', 'Đau thắt ngực do mạch vành', 'Coronary angina'),
    flag('heartTransplant', 'Ghép tim', 'Heart transplant'),
    flag('coronaryRevascularised', 'Đã tái thông mạch vành', 'Coronary revascularisation'),
  ]),
  note,
]
