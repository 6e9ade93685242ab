/** No 0, 1, I or O: a code on paper is read aloud and typed. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** `7KQM-2XWD-9HTP-4RVC-A3NE`: five random bits from each character of a base64url secret. */
export function verifyCodeFrom(secret: string): string {
  return grouped(
    [...secret].map((character) => letters[base64url.indexOf(character) & 31]).join(''),
  )
}

/** What someone typed, as it was issued: case, spaces and dashes do not matter. */
export function normalVerifyCode(typed: string): string {
  return grouped(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
}

function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
