import type { CalendarDate } from '../core/calendar-date.ts'
import { fold } from '../core/text.ts'
import { type Areas, findProvince, findWardIn, isUnlistedWard, matchArea } from './areas.ts'
import { phoneKey } from './contact.ts'
import { defaultIssuedPlace, type IdentityCard } from './identity-card.ts'
import { personalIdWarnings, type Sex } from './personal-id.ts'
import type { Warning } from './warning.ts'
import { warningWords } from './warning-words.ts'

export type IdentityPaper = { number: string; issuedOn?: CalendarDate; issuedPlace?: string }

/** Ward and province are the codes since 2025-07-01; there is no district level any more. */
export type Address = { text: string; ward?: string; province?: string }

export type Demographics = {
  name: string
  birthDate: CalendarDate
  sex: Sex
  identityCard?: IdentityPaper & { oldNumber?: string }
  passport?: IdentityPaper
  address?: Address
  phone?: string
  email?: string
}

export type Patient = Demographics & {
  id: string
  version: number
  /** SHA-256 of the portrait kept in storage. */
  portrait?: string
}

/** NFC and single spaces; upper and lower case stay as typed. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** What search and the duplicate check compare: `Nguyễn Thị An` → `nguyen thi an`. */
export function searchKey(name: string): string {
  return fold(name)
}

export function fromCard(card: IdentityCard): Demographics {
  const { number, oldNumber, issuedOn } = card
  return {
    name: tidyName(card.name),
    birthDate: card.birthDate,
    sex: card.sex,
    identityCard: { number, issuedOn, ...(oldNumber && { oldNumber }) },
    ...(card.address && { address: { text: card.address } }),
  }
}

/** Fills what follows from the rest: the issuing place from the date, the area from the address. */
export function complete(person: Demographics, areas: Areas): Demographics {
  const { identityCard, address, ...rest } = person
  return {
    ...rest,
    ...(identityCard && { identityCard: withIssuedPlace(identityCard) }),
    ...(address && { address: withArea(address, areas) }),
  }
}

function withIssuedPlace<T extends IdentityPaper>(card: T): T {
  if (card.issuedPlace || !card.issuedOn) return card
  return { ...card, issuedPlace: defaultIssuedPlace(card.issuedOn) }
}

/** What was chosen, by code or by name, wins over what the text says. */
function withArea(address: Address, areas: Areas): Address {
  const match = matchArea(address.text, areas)
  const chosen = address.province && findProvince(areas, address.province)?.code
  const province = chosen ?? match.province
  if (address.ward && province && isUnlistedWard(areas, province, address.ward)) {
    return { text: address.text, ward: address.ward, province }
  }
  const ward = address.ward
    ? findWardIn(areas, province, address.ward)
    : areas.wardByCode.get(match.ward ?? '')
  const fits = ward && (!chosen || ward.province === chosen)
  const code = fits ? ward.province : province
  return {
    text: address.text,
    ...(fits && { ward: ward.code }),
    ...(code && { province: code }),
  }
}

/** What a person should look at; worked out anew each time, so it follows every amendment. */
export function patientWarnings(patient: Demographics, areas: Areas): Warning[] {
  const { identityCard, address } = patient
  return [
    ...(identityCard ? personalIdWarnings(identityCard.number, patient) : []),
    ...(address ? addressWarnings(address, areas) : []),
  ]
}

function addressWarnings(address: Address, areas: Areas): Warning[] {
  if (!address.ward) return [{ code: 'address-unmatched', message: warningWords.areaUnmatched }]
  const match = matchArea(address.text, areas)
  if (match.ward !== address.ward) return []
  if (match.how === 'district-name') {
    return [{ code: 'address-district-name', message: warningWords.districtName }]
  }
  if (match.how === 'former-unit') {
    return [{ code: 'address-former-unit', message: warningWords.formerUnit }]
  }
  return []
}

/**
 * Whether what is sent says nothing else than what is on record. What was not sent is not compared;
 * upper case is how cards print names, not another name.
 */
export function saysTheSame(sent: Demographics, known: Demographics): boolean {
  const same = (a: string | undefined, b: string | undefined) => a === undefined || a === b
  return (
    sent.name.toLowerCase() === known.name.toLowerCase() &&
    sent.birthDate === known.birthDate &&
    sent.sex === known.sex &&
    same(sent.identityCard?.number, known.identityCard?.number) &&
    same(sent.identityCard?.issuedOn, known.identityCard?.issuedOn) &&
    same(sent.identityCard?.issuedPlace, known.identityCard?.issuedPlace) &&
    same(sent.passport?.number, known.passport?.number) &&
    same(sent.address?.text, known.address?.text) &&
    same(sent.address?.ward, known.address?.ward) &&
    same(sent.phone && phoneKey(sent.phone), known.phone && phoneKey(known.phone)) &&
    same(sent.email, known.email)
  )
}
