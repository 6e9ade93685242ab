import type { Dong } from '../core/money.ts'

/** The day of the house in figures, for who answers for all of it. */
export type DayFigures = {
  arrived: number
  waiting: number
  fit: number
  concluded: number
  taken: Dong
}

/** What is stuck somewhere: how many, and since when the oldest. */
export type Stuck = { count: number; since?: Date }

export type StuckPlaces = {
  transfers: Stuck
  transmissions: Stuck
  cases: Stuck
  /** Bills of earlier days that nobody paid. */
  unpaid: Stuck
}

/** An account that somebody should look at, and why. */
export type AccountWorry = {
  staffId: string
  name: string
  username: string
  why: 'locked' | 'never-signed-in' | 'must-change-password'
  since: Date
}

/** A program's token that nobody uses. */
export type TokenWorry = {
  tokenId: string
  name: string
  hint: string
  /** Absent when it was never used. */
  lastUsedAt?: Date
  createdAt: Date
}

export type AuditDay = {
  kinds: readonly { action: string; count: number }[]
  /** Failed sign-ins, by whose name was typed. */
  refusals: readonly {
    staffId: string
    name: string
    count: number
    locked: boolean
    lastAt: Date
  }[]
  /** Records that were looked at most; people by their id, as the log knows them. */
  mostViewed: readonly { patientId: string; views: number; viewers: number }[]
}

/** A program that nobody used for so long is worth a look. */
export const IDLE_TOKEN_DAYS = 30
/** So long a new account or token may lie before it is worth a look. */
export const NEW_DAYS = 3
