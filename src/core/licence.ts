/** Luật 36/2024/QH15 Điều 57; XMCD is special machinery: a certificate, never a licence. */
export const licenceClasses = [
  'A1',
  'A',
  'B1',
  'B',
  'C1',
  'C',
  'D1',
  'D2',
  'D',
  'BE',
  'C1E',
  'CE',
  'D1E',
  'D2E',
  'DE',
  'XMCD',
] as const
export type LicenceClass = (typeof licenceClasses)[number]

/** What an exam is for. */
export const purposes = ['new', 'renewal', 'reissue', 'upgrade'] as const
export type LicencePurpose = (typeof purposes)[number]
