import { z } from 'zod'
import { facilityFaults as faults } from './fault-words.ts'

/** The house as it stands on every paper and at the head of every page. */
export type Facility = FacilityData & {
  id: string
  /** Its code with the health insurance; part of every certificate's number, so never edited. */
  code: string
  /** 0 while nobody has saved it in the browser: then it is what the configuration said first. */
  version: number
}

export type FacilityData = {
  name: string
  superior: string
  address: string
  taxCode?: string
  phone?: string
}

export const facilityFields = ['name', 'superior', 'address', 'phone', 'taxCode'] as const
export type FacilityField = (typeof facilityFields)[number]

const line = (max: number) => z.string().default('').transform(tidy).pipe(z.string().max(max))

const needed = (field: 'name' | 'superior' | 'address', max: number) =>
  line(max).refine((text) => text.length >= 3, {
    params: { code: 'missing', text: faults[field] },
  })

const optional = (pattern: RegExp, field: 'taxCode' | 'phone') =>
  line(40)
    .refine((text) => text === '' || pattern.test(text), {
      params: { code: 'malformed', text: faults[field] },
    })
    .transform((text) => text || undefined)

/** What the form sends, tidied; every fault is named at once. */
export const facilityForm = z
  .object({
    name: needed('name', 200),
    superior: needed('superior', 200),
    address: needed('address', 300),
    taxCode: optional(/^\d{10}(-?\d{3})?$/, 'taxCode'),
    phone: optional(/^\+?\d[\d .]{6,19}$/, 'phone'),
  })
  .transform(({ taxCode, phone, ...data }) => ({
    ...data,
    ...(taxCode && { taxCode }),
    ...(phone && { phone }),
  }))

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The fields in which two differ, so that both can be shown. */
export function differing(stored: FacilityData, typed: Record<string, string>): FacilityField[] {
  return facilityFields.filter((field) => (stored[field] ?? '') !== tidy(typed[field] ?? ''))
}
