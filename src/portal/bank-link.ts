import type { BankLinks } from '../core/bank-links.ts'

/** One transfer, as the QR code beside says it too. */
export type Transfer = {
  account: string
  bin: string
  amount: number
  memo: string
}

export type BankLink = { name: string; href: string }

/** One link for each app; none where the template asks for what is not known of the bank. */
export function bankLinksFor({ template, apps, codes }: BankLinks, transfer: Transfer): BankLink[] {
  const code = codes[transfer.bin]
  if (template.includes('{code}') && !code) return []
  return apps.map(({ app, name }) => ({ name, href: filled(template, { ...transfer, app, code }) }))
}

function filled(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? encodeURIComponent(String(values[name])) : whole,
  )
}
