import type { Role, Specialty } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { words } from './words.ts'

/** `examiner:eyes` → `Bác sĩ khám (Mắt)`. */
export function grantText(grantName: string, lang: Lang): string {
  const [role, specialty] = grantName.split(':') as [Role, Specialty | undefined]
  const title = say(words.roles[role], lang)
  return specialty ? `${title} (${say(words.specialties[specialty], lang)})` : title
}
