import type { Text } from '../core/text.ts'

export const errorWords = {
  safe: { vi: 'Dữ liệu', en: 'What is safe' },
  todo: { vi: 'Nên làm gì', en: 'What to do' },
  requestId: { vi: 'Mã yêu cầu', en: 'Request id' },
  again: { vi: 'Thử lại', en: 'Try again' },
  home: { vi: 'Về trang chủ', en: 'Go to the home page' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  backToForm: { vi: 'Về trang vừa gửi', en: 'Back to the page it was sent from' },
  find: { vi: 'Tìm người, hóa đơn, hồ sơ', en: 'Find a person, a bill, a case' },
  unexpected: {
    vi: 'Có lỗi ngoài dự kiến. Thao tác này chưa được ghi; hãy thử lại, và báo mã yêu cầu cho người vận hành nếu lỗi lặp lại.',
    en: 'Something unexpected went wrong. This action was not recorded; try again, and tell the operator the request id if it happens again.',
  },
} as const satisfies Record<string, Text>

/** What a program reads of a status. */
export const problemTitles: Readonly<Record<number, Text>> = {
  400: { vi: 'Yêu cầu sai dạng', en: 'Malformed request' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  403: { vi: 'Không có quyền', en: 'Not allowed' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  409: { vi: 'Không hợp với trạng thái hiện tại', en: 'In conflict with the present state' },
  413: { vi: 'Nội dung quá lớn', en: 'Too large' },
  415: { vi: 'Kiểu nội dung không được nhận', en: 'Unsupported media type' },
  422: { vi: 'Nội dung chưa đúng', en: 'Content is wrong' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  500: { vi: 'Lỗi ngoài dự kiến', en: 'Unexpected error' },
  503: { vi: 'Tạm thời không phục vụ được', en: 'Unavailable for the moment' },
}

type FailureWords = { title: Text; safe: Text; todo: Text }

const nothingWritten: Text = {
  vi: 'Yêu cầu này chưa ghi gì; mọi thứ đã lưu trước đó còn nguyên.',
  en: 'This request wrote nothing; everything saved before is unchanged.',
}

const failures: Readonly<Record<number, FailureWords>> = {
  400: {
    title: { vi: 'Yêu cầu này không đọc được', en: 'This request cannot be read' },
    safe: nothingWritten,
    todo: {
      vi: 'Mở lại trang rồi gửi lại. Nếu vẫn vậy, báo người quản trị.',
      en: 'Open the page again and resend. If it stays so, tell your administrator.',
    },
  },
  401: {
    title: { vi: 'Bạn cần đăng nhập', en: 'Please sign in' },
    safe: nothingWritten,
    todo: {
      vi: 'Đăng nhập rồi làm tiếp.',
      en: 'Sign in, then go on.',
    },
  },
  403: {
    title: { vi: 'Bạn không có quyền xem trang này', en: 'You may not use this page' },
    safe: nothingWritten,
    todo: {
      vi: 'Nếu việc này thuộc phần bạn, nhờ người quản trị cấp quyền.',
      en: 'If this is part of your work, ask an administrator for the right.',
    },
  },
  404: {
    title: { vi: 'Không có trang này', en: 'There is no such page' },
    safe: { vi: 'Không có gì bị mất.', en: 'Nothing is lost.' },
    todo: {
      vi: 'Kiểm tra lại địa chỉ, hoặc tìm từ trang chủ. Đường dẫn cũ có thể đã hết hạn.',
      en: 'Check the address, or look for it from the home page. An old link may have expired.',
    },
  },
  409: {
    title: { vi: 'Tình trạng đã thay đổi', en: 'Things have changed meanwhile' },
    safe: {
      vi: 'Thao tác vừa rồi chưa được ghi, và không ghi đè lên việc của ai.',
      en: 'What you just did was not recorded, and nobody’s work was overwritten.',
    },
    todo: {
      vi: 'Mở lại trang để xem tình trạng mới nhất, rồi làm tiếp nếu còn cần.',
      en: 'Open the page again to see how things stand now, then go on if it is still needed.',
    },
  },
  413: {
    title: { vi: 'Nội dung gửi lên quá lớn', en: 'What you sent is too large' },
    safe: nothingWritten,
    todo: { vi: 'Chọn tệp nhỏ hơn rồi gửi lại.', en: 'Choose a smaller file and send it again.' },
  },
  415: {
    title: { vi: 'Kiểu tệp này không được nhận', en: 'This kind of file is not accepted' },
    safe: nothingWritten,
    todo: { vi: 'Chọn tệp kiểu khác rồi gửi lại.', en: 'Choose another kind of file and resend.' },
  },
  422: {
    title: { vi: 'Có mục chưa đúng', en: 'Something is not right yet' },
    safe: nothingWritten,
    todo: {
      vi: 'Về trang vừa gửi, sửa các mục được nêu rồi gửi lại. Những gì đã gõ thường vẫn còn ở đó.',
      en: 'Go back to the page, mend what is named here and send it again. What you typed is usually still there.',
    },
  },
  429: {
    title: { vi: 'Quá nhiều lần trong thời gian ngắn', en: 'Too many times in a short while' },
    safe: nothingWritten,
    todo: { vi: 'Đợi một phút rồi thử lại.', en: 'Wait a minute, then try again.' },
  },
  500: {
    title: { vi: 'Có lỗi ngoài dự kiến', en: 'Something went wrong' },
    safe: {
      vi: 'Thao tác này không được ghi dở dang: hoặc trọn vẹn, hoặc không có gì.',
      en: 'Nothing is half done: an action is either recorded whole or not at all.',
    },
    todo: {
      vi: 'Thử lại sau giây lát. Nếu lỗi lặp lại, báo người quản trị kèm mã yêu cầu dưới đây.',
      en: 'Try again in a moment. If it happens again, give your administrator the request id below.',
    },
  },
  503: {
    title: { vi: 'Hệ thống tạm thời chưa phục vụ được', en: 'Not available for the moment' },
    safe: {
      vi: 'Mọi thứ đã lưu còn nguyên. Thao tác vừa rồi có thể chưa được ghi.',
      en: 'Everything saved is unchanged. What you just did may not be recorded yet.',
    },
    todo: {
      vi: 'Đợi một phút rồi thử lại. Gửi lại cùng một biểu mẫu không bị ghi hai lần.',
      en: 'Wait a minute, then try again. Sending the same form again is not recorded twice.',
    },
  },
}

/** The words for a status; one without its own reads like an unexpected error. */
export function failureOf(status: number): FailureWords {
  const words = failures[status] ?? failures[500]
  if (!words) throw new RangeError(`no words for status ${status}`)
  return words
}
