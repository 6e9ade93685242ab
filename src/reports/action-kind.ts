/** What an auditor looks for together, in the order of the tabs. */
export const actionKinds = ['views', 'papers', 'care', 'money', 'outward', 'accounts'] as const
export type ActionKind = (typeof actionKinds)[number]

const kindOfNoun: Readonly<Record<string, ActionKind>> = {
  patient: 'care',
  visit: 'care',
  exam: 'care',
  consent: 'care',
  price: 'money',
  invoice: 'money',
  payment: 'money',
  'bank-transaction': 'money',
  transmission: 'outward',
  'renewal-case': 'outward',
  staff: 'accounts',
  token: 'accounts',
}

/** Looking at something and printing it are kinds of their own, whatever it is. */
export function kindOf(action: string): ActionKind | undefined {
  const [noun = '', act] = action.split('.')
  if (act === 'viewed') return 'views'
  if (act === 'printed' || act === 'link-issued') return 'papers'
  return Object.hasOwn(kindOfNoun, noun) ? kindOfNoun[noun] : undefined
}
