import { type Role, type Specialty, specialties } from '../core/actor.ts'

/** What an installation has, as far as its first exam needs it. */
export type SetupFacts = {
  /** The administrator has looked at the facility's data and saved it. */
  facilitySaved: boolean
  /** There is a published price for the driver's exam that holds today. */
  examPriced: boolean
  staff: readonly SetupStaff[]
  hoursSaved: boolean
  stations: number
  /** Connections whose last test went well. */
  testedFine: readonly string[]
  concluded: number
}

export type SetupStaff = {
  roles: readonly Role[]
  specialties: readonly Specialty[] | 'all'
  /** May sign as a doctor. */
  registered: boolean
}

export const stepNames = [
  'facility',
  'payee',
  'prices',
  'staff',
  'connections',
  'hours',
  'stations',
  'first-exam',
] as const
export type StepName = (typeof stepNames)[number]

/** `gaps`: what is missing within the step, by name. */
export type SetupStep = {
  name: StepName
  done: boolean
  /** Without it no exam can be carried through; the others only help. */
  needed: boolean
  gaps: readonly StaffGap[]
}

export type StaffGap =
  | { kind: 'reception' | 'cashier' | 'concluder' | 'second-approver' }
  | { kind: 'specialty'; specialty: Specialty }

/** Where each step leads. */
export const stepPaths: Readonly<Record<StepName, string>> = {
  facility: '/settings/facility',
  payee: '/settings/payee',
  prices: '/settings/prices/new',
  staff: '/staff/new',
  connections: '/settings/integrations',
  hours: '/settings/hours',
  stations: '/settings/stations',
  // Whoever administers registers nobody: the first exam begins with those who do.
  'first-exam': '/staff',
}

const CONNECTIONS = ['gateway', 'authority', 'bank', 'signature']

/** The way from nothing to the first exam, in the order that makes sense. */
export function setupSteps(facts: SetupFacts): SetupStep[] {
  const gaps = staffGaps(facts.staff)
  const step = (
    name: StepName,
    done: boolean,
    needed: boolean,
    found: readonly StaffGap[] = [],
  ) => ({
    ...{ name, done, needed, gaps: found },
  })
  return [
    step('facility', facts.facilitySaved, true),
    // From the configuration, without which production does not start.
    step('payee', true, true),
    step('prices', facts.examPriced, true),
    step(
      'staff',
      gaps.every(({ kind }) => kind === 'second-approver'),
      true,
      gaps,
    ),
    step(
      'connections',
      CONNECTIONS.every((name) => facts.testedFine.includes(name)),
      false,
    ),
    step('hours', facts.hoursSaved, false),
    step('stations', facts.stations > 0, false),
    step('first-exam', facts.concluded > 0, false),
  ]
}

/** What is needed and not done; none: exams may begin. */
export function missingSteps(steps: readonly SetupStep[]): SetupStep[] {
  return steps.filter(({ needed, done }) => needed && !done)
}

/** The one to do now: what is needed first, then what helps, at last the exam itself. */
export function nextStep(steps: readonly SetupStep[]): SetupStep | undefined {
  return missingSteps(steps)[0] ?? steps.find(({ done }) => !done)
}

/** Who must be there for one person to walk through the house. */
export function staffGaps(staff: readonly SetupStaff[]): StaffGap[] {
  const holds = (...roles: Role[]) => staff.some((one) => roles.some((r) => one.roles.includes(r)))
  const gaps: StaffGap[] = []
  if (!holds('reception')) gaps.push({ kind: 'reception' })
  for (const specialty of specialties)
    if (!staff.some((one) => examines(one, specialty))) gaps.push({ kind: 'specialty', specialty })
  if (!staff.some((one) => one.registered && one.roles.includes('concluder')))
    gaps.push({ kind: 'concluder' })
  if (!holds('cashier', 'cashier-manager')) gaps.push({ kind: 'cashier' })
  const approvers = staff.filter(
    ({ roles }) => roles.includes('admin') || roles.includes('director'),
  )
  if (approvers.length < 2) gaps.push({ kind: 'second-approver' })
  return gaps
}

function examines(one: SetupStaff, specialty: Specialty): boolean {
  if (specialty === 'substances' && one.roles.includes('lab')) return true
  const named = one.specialties === 'all' || one.specialties.includes(specialty)
  return one.registered && one.roles.includes('examiner') && named
}
