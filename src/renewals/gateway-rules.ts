import type { ExamOutcome } from '../core/event.ts'

/**
 * How a certificate is spelt for the health-insurance gateway (GKSKLX). Everything here that the
 * insurer has not answered yet is data, so that an answer is a change of configuration.
 */
export type GatewayRules = {
  /** `GIOITINHVAL` [2nd]. */
  sex: Readonly<Record<'male' | 'female', string>>
  /** `KETLUAN`; the order of the three conclusions is inferred. */
  conclusion: Readonly<Record<ExamOutcome, string>>
  /** `HANGBANGLAI`: our code → the gateway's. A code that is absent goes as it is. */
  licenceClass: Readonly<Record<string, string>>
  /** Whether `MATINH_…` and `MAXA_…` keep their leading zeros. */
  areaCodeLeadingZeros: boolean
  alcohol: {
    unit: Readonly<Record<'mg/100ml-blood' | 'mg/l-breath', string>>
    /** Sent when alcohol was not tested; our own record keeps *not performed*. */
    filler: { value: string; unit: string }
  }
  drugs: { negative: string; positive: string }
  maxBytes: { address: number; issuedPlace: number; reason: number; disease: number }
  certificateNumberMaxLength: number
  identityNumber: readonly RegExp[]
  /** Which outcomes are sent without being asked for. */
  sentOutcomes: readonly ExamOutcome[]
  /** Hours after the conclusion within which the certificate must be there [2nd]. */
  deadlineHours: number
}

export const gatewayRules: GatewayRules = {
  sex: { male: '0', female: '1' },
  conclusion: { fit: 'A0-1', unfit: 'A0-2', 'fit-subject-to-review': 'A0-3' },
  licenceClass: { 'A.03': 'A.03', 'B.01': 'B0.1' },
  areaCodeLeadingZeros: true,
  alcohol: {
    unit: { 'mg/100ml-blood': '0', 'mg/l-breath': '1' },
    filler: { value: '0', unit: '1' },
  },
  drugs: { negative: '0', positive: '1' },
  maxBytes: { address: 255, issuedPlace: 30, reason: 255, disease: 255 },
  certificateNumberMaxLength: 21,
  identityNumber: [/^\d{9}$/, /^\d{12}$/, /^[A-Za-z][A-Za-z0-9]{6,11}$/],
  sentOutcomes: ['fit', 'fit-subject-to-review'],
  deadlineHours: 4,
}

type GatewaySettings = {
  GATEWAY_AREA_ZEROS: 'keep' | 'strip'
  GATEWAY_ALCOHOL_FILLER: string
  GATEWAY_SEND_UNFIT: boolean
  GATEWAY_DEADLINE_HOURS: number
}

/** The rules with what this installation has configured. */
export function configuredRules(env: GatewaySettings): GatewayRules {
  const { filler, unit } = gatewayRules.alcohol
  return {
    ...gatewayRules,
    areaCodeLeadingZeros: env.GATEWAY_AREA_ZEROS === 'keep',
    alcohol: { unit, filler: { ...filler, value: env.GATEWAY_ALCOHOL_FILLER } },
    sentOutcomes: env.GATEWAY_SEND_UNFIT
      ? [...gatewayRules.sentOutcomes, 'unfit']
      : gatewayRules.sentOutcomes,
    deadlineHours: env.GATEWAY_DEADLINE_HOURS,
  }
}
