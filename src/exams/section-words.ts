import { say, type Text } from '../core/text.ts'
import { type Section, sections } from './findings.ts'
import { sectionNames } from './words.ts'

/** What stands on and around one section's form. */
export const sectionWords = {
  all: { vi: 'Các mục của lượt khám', en: 'Sections of the exam' },
  sign: { vi: 'Ký mục này', en: 'Sign this section' },
  save: { vi: 'Lưu, chưa ký', en: 'Save unsigned' },
  record: { vi: 'Ghi kết quả', en: 'Record' },
  allNormal: { vi: 'Điền bình thường', en: 'All normal' },
  allNormalDone: {
    vi: 'Đã điền {count} câu trả lời bình thường, chưa lưu. Xem lại rồi ký; số đo và kết quả xét nghiệm phải nhập.',
    en: '{count} normal answers are filled in, nothing is saved. Look through them and sign; measurements and test results have to be typed.',
  },
  allNormalNothing: {
    vi: 'Không còn câu nào trống để điền; số đo và kết quả xét nghiệm phải nhập.',
    en: 'No empty answer was left to fill; measurements and test results have to be typed.',
  },
  allNormalUndone: {
    vi: 'Đã bỏ các câu trả lời vừa điền. Những gì bạn tự nhập vẫn còn.',
    en: 'The answers filled in are taken back. What you typed yourself is still here.',
  },
  takeBack: { vi: 'Hoàn tác', en: 'Undo' },
  further: {
    vi: 'Không bắt buộc với hạng này ({count})',
    en: 'Not needed for this class ({count})',
  },
  draftBack: {
    vi: 'Đã lấy lại phần bạn nhập dở lúc {at}, chưa lưu.',
    en: 'What you typed at {at} and did not save is back.',
  },
  discardDraft: { vi: 'Bỏ phần nhập dở', en: 'Discard it' },
  draftDiscarded: { vi: 'Đã bỏ phần nhập dở.', en: 'The unsaved typing is discarded.' },
  draftRestored: { vi: 'Đã lấy lại phần nhập dở.', en: 'The unsaved typing is back.' },
  draftKept: { vi: 'Đã giữ bản nháp.', en: 'Draft kept.' },
  draftLost: {
    vi: 'Chưa giữ được bản nháp; nội dung vẫn còn trên trang này.',
    en: 'The draft is not kept yet; it is still on this page.',
  },
  keyNext: { vi: 'ô kế tiếp', en: 'next field' },
  keyChoose: { vi: 'chọn', en: 'choose' },
  keys: { vi: 'Phím dùng trong biểu mẫu', en: 'Keys of this form' },
  stillMissing: { vi: 'Cần có trước khi ký.', en: 'Needed before signing.' },
  signedNow: { vi: 'Đã ký mục {section}.', en: '{section} is signed.' },
  savedNow: { vi: 'Đã lưu mục {section}, chưa ký.', en: '{section} is saved, not signed.' },
  byPatient: {
    vi: 'Người khám tự khai trên điện thoại lúc {at}. Đọc lại cùng người khám rồi ký.',
    en: 'The applicant declared this on their phone at {at}. Read it with them, then sign.',
  },
  unset: { vi: 'Chưa ghi', en: 'Not recorded' },
  before: { vi: 'Lần khám trước', en: 'Exam before' },
} as const satisfies Record<string, Text>

/** What a page says right after a section was recorded, by its key in the address. */
export const recordedSayings: Readonly<Record<string, { text: Text }>> = Object.fromEntries(
  sections.flatMap((section) => [
    [`signed-${section}`, { text: about(sectionWords.signedNow, section) }],
    [`saved-${section}`, { text: about(sectionWords.savedNow, section) }],
  ]),
)

function about(text: Text, section: Section): Text {
  const name = sectionNames[section]
  return {
    vi: say(text, 'vi', { section: name.vi }),
    en: say(text, 'en', { section: name.en }),
  }
}
