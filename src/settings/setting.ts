import { conflict } from '../core/errors.ts'
import { settingFaults } from './fault-words.ts'

export type SettingKey = 'facility' | 'logo' | 'hours' | 'holidays'

/** One version of a setting, as it was saved. */
export type Saved<T> = { version: number; value: T; at: Date; by: string }

/** The editor read another version than the one that holds: nothing is overwritten. */
export function staleSetting() {
  return conflict('stale-version', settingFaults.stale)
}

/** A form's hidden version; a form without one was not made by us. */
export function typedVersion(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : -1
}
