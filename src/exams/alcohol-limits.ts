import type { AlcoholLimits } from './fitness.ts'

type Settings = { ALCOHOL_LIMIT_BREATH: number; ALCOHOL_LIMIT_BLOOD: number }

/** The limit is recalled and not read in the law, so it is configuration. */
export function alcoholLimits(env: Settings): AlcoholLimits {
  return { 'mg/l-breath': env.ALCOHOL_LIMIT_BREATH, 'mg/100ml-blood': env.ALCOHOL_LIMIT_BLOOD }
}
