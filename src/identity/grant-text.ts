import type { Role, Specialty } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { roleNames, specialtyNames } from './role-words.ts'

/** `examiner:eyes` → `Bác sĩ khám (Mắt)`. */
export function grantText(grantName: string, lang: Lang): string {
  const [role, specialty] = grantName.split(':') as [Role, Specialty | undefined]
  const title = say(roleNames[role], lang)
  return specialty ? `${title} (${say(specialtyNames[specialty], lang)})` : title
}
