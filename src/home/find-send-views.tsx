import type { Lang } from '../core/text.ts'

type Send = 'sign-out' | Lang

/** The button's form, and what it sends besides. */
export const sendFields: Record<Send, { id: string; name?: string; value?: string }> = {
  'sign-out': { id: 'find-sign-out' },
  vi: { id: 'find-vi', name: 'lang', value: 'vi' },
  en: { id: 'find-en', name: 'lang', value: 'en' },
}

/** What an act sends, outside the list so that the list holds only what can be chosen. */
export function SendForm({ send, to }: { send: Send; to: string }) {
  const { id } = sendFields[send]
  if (send === 'sign-out') {
    return <form id={id} method="post" action="/sign-out" data-forget hidden />
  }
  return (
    <form id={id} method="post" action="/language" hidden>
      <input type="hidden" name="to" value={to} />
    </form>
  )
}
