/** Vietnamese mobile numbers, as the domain's rule has it. */
export const phonePattern = /^(0|\+84)(3|5|7|8|9)\d{8}$/

/** `0905 123 456` and `0905.123.456` as people write them, without what only separates. */
export function tidyPhone(text: string): string {
  return text.replace(/[\s.\-()]/g, '')
}

/** The nine digits that `0905123456` and `+84905123456` share. */
export function phoneKey(phone: string): string {
  return phone.slice(-9)
}

export const passportPattern = /^[A-Za-z][A-Za-z0-9]{6,11}$/

/** Plastic cards carry twelve digits; older licences are free text, to be looked at. */
export function isPlasticLicenceNumber(number: string): boolean {
  return /^\d{12}$/.test(number)
}
