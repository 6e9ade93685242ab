/** The questions that a kiosk asks, in their order. */
export const kioskSteps = ['card', 'person', 'licence', 'family', 'health', 'consent'] as const
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

export function stepAfter(step: KioskStep): KioskStep | undefined {
  return kioskSteps[kioskSteps.indexOf(step) + 1]
}

export function stepBefore(step: KioskStep): KioskStep | undefined {
  return kioskSteps[kioskSteps.indexOf(step) - 1]
}

/** The first question that is still open: nobody gets past it by an address. */
export function openStep(draft: Pick<KioskDraft, 'typed'>): KioskStep {
  return kioskSteps.find((step) => !draft.typed[step]) ?? 'consent'
}

export function mayShow(draft: Pick<KioskDraft, 'typed'>, step: KioskStep): boolean {
  return kioskSteps.indexOf(step) <= kioskSteps.indexOf(openStep(draft))
}
