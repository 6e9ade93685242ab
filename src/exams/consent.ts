export type ConsentScope = 'exam' | 'renewal'

export type GivenConsent = {
  scope: ConsentScope
  given: boolean
  recordedAt: Date
  withdrawnAt: Date | null
}
