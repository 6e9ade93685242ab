import type { Demographics } from '../patients/patient.ts'

/** What somebody said of themselves at a kiosk, as long as the desk has not seen their card. */
export type Claim = Demographics
