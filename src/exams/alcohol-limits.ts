import type { Env } from '../platform/env.ts'
import type { AlcoholLimits } from './fitness.ts'

/** The limit is recalled and not read in the law, so it is configuration. */
export function alcoholLimits(env: Env): AlcoholLimits {
  return { 'mg/l-breath': env.ALCOHOL_LIMIT_BREATH, 'mg/100ml-blood': env.ALCOHOL_LIMIT_BLOOD }
}
