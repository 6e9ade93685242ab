import type { Payee } from './invoice.ts'

/** An account as somebody compares it with a statement: the number large. */
export function AccountBlock({ payee }: { payee: Payee }) {
  return (
    <div class="payee">
      <span>{payee.bankName}</span>
      <span class="payee-account">{payee.account}</span>
      <span>{payee.name}</span>
    </div>
  )
}

/** On one line, for sentences: `Vietcombank 1012026048001`. */
export function accountText({ bankName, account }: Payee): string {
  return `${bankName} ${account}`
}
