/** The questions that a kiosk asks, in their order. */
export const kioskSteps = [
  'card',
  'person',
  'licence',
  'held',
  'family',
  'health',
  'consent',
] as const
export type KioskStep = (typeof kioskSteps)[number]

/** One step's fields as they were typed or chosen. */
export type KioskTyped = Readonly<Record<string, string>>

/** What the person at the kiosk has said so far. It belongs to the kiosk and ends with its person. */
export type KioskDraft = {
  id: string
  typed: Readonly<Partial<Record<KioskStep, KioskTyped>>>
  /** Once registered. */
  visitId: string | null
  linkSecret: string | null
}

/** A kiosk that hears nothing for so long has been left. */
export const FORGET_SECONDS = 60
/** Kept a little longer here than on the screen, which warns first and is told of every touch. */
export const KEPT_SECONDS = 120

export function isKioskStep(text: string): text is KioskStep {
  return (kioskSteps as readonly string[]).includes(text)
}

type Answers = KioskDraft['typed']

/** Whoever comes for a first licence holds none, and is not asked for it. */
export function stepsFor({ licence }: Answers): KioskStep[] {
  return kioskSteps.filter((step) => step !== 'held' || licence?.purpose !== 'new')
}

export function stepAfter(step: KioskStep, typed: Answers): KioskStep | undefined {
  const steps = stepsFor(typed)
  return steps[steps.indexOf(step) + 1]
}

export function stepBefore(step: KioskStep, typed: Answers): KioskStep | undefined {
  const steps = stepsFor(typed)
  return steps[steps.indexOf(step) - 1]
}

/** The first question that is still open: nobody gets past it by an address. */
export function openStep({ typed }: Pick<KioskDraft, 'typed'>): KioskStep {
  return stepsFor(typed).find((step) => !typed[step]) ?? 'consent'
}

/** Only a question of this person's way, and none beyond the first that is open. */
export function mayShow(draft: Pick<KioskDraft, 'typed'>, step: KioskStep): boolean {
  const steps = stepsFor(draft.typed)
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(openStep(draft))
}
