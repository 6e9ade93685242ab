/** What an auditor looks for together, in the order of the tabs. */
export const actionKinds = [
  'views',
  'papers',
  'care',
  'money',
  'outward',
  'accounts',
  'settings',
] as const
export type ActionKind = (typeof actionKinds)[number]

const kindOfNoun: Readonly<Record<string, ActionKind>> = {
  patient: 'care',
  visit: 'care',
  ticket: 'care',
  station: 'care',
  group: 'care',
  slots: 'care',
  slot: 'care',
  appointment: 'care',
  exam: 'care',
  consent: 'care',
  price: 'money',
  payee: 'money',
  facility: 'settings',
  integration: 'settings',
  invoice: 'money',
  payment: 'money',
  'bank-transaction': 'money',
  transmission: 'outward',
  'renewal-case': 'outward',
  message: 'outward',
  'message-template': 'outward',
  staff: 'accounts',
  token: 'accounts',
  device: 'accounts',
}

/** Looking at something and printing it are kinds of their own, whatever it is. */
export function kindOf(action: string): ActionKind | undefined {
  const [noun = '', act] = action.split('.')
  if (act === 'viewed') return 'views'
  if (act === 'printed' || act === 'link-issued') return 'papers'
  return Object.hasOwn(kindOfNoun, noun) ? kindOfNoun[noun] : undefined
}
