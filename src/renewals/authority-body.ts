import type { CalendarDate } from '../core/calendar-date.ts'
import type { Delivery, HeldLicence } from '../exams/exam.ts'

/** What the authority's copy of a case is made of: no diagnosis and no finding among it. */
export type CaseFacts = {
  caseId: string
  purpose: string
  licenceClass: string
  facility: { code: string; name: string }
  applicant: {
    name: string
    birthDate: CalendarDate
    sex: 'male' | 'female'
    identityNumber?: string | undefined
    identityIssuedOn?: CalendarDate | undefined
    identityIssuedPlace?: string | undefined
    passport?: string | undefined
    address?: string | undefined
    wardCode?: string | undefined
    provinceCode?: string | undefined
    phone?: string | undefined
    email?: string | undefined
  }
  heldLicence?: HeldLicence | undefined
  delivery: Delivery
  certificate: {
    number: string
    conclusion: string
    concludedOn: CalendarDate
    validUntil: CalendarDate
  }
  consent: { reference: string; wording: string; givenAt: Date }
  portrait?: { mediaType: string; base64: string } | undefined
}

/** The contract takes portraits up to this length of Base64. */
const MAX_PORTRAIT = 2_000_000

/** The body of `createCase` in the authority's contract. */
export function authorityBody(facts: CaseFacts, callbackUrl: string): object {
  const { consent, portrait } = facts
  return present({
    caseId: facts.caseId,
    purpose: facts.purpose,
    requestedClass: facts.licenceClass,
    facility: facts.facility,
    applicant: applicantOf(facts.applicant),
    licence: facts.heldLicence && present(facts.heldLicence),
    certificate: facts.certificate,
    consent: { ...consent, givenAt: consent.givenAt.toISOString() },
    delivery: present(facts.delivery),
    portrait: portrait && portrait.base64.length <= MAX_PORTRAIT ? portrait : undefined,
    callbackUrl,
  })
}

function applicantOf(person: CaseFacts['applicant']) {
  const { name, birthDate, sex, phone, email, address, wardCode, provinceCode } = person
  return present({
    name,
    birthDate,
    sex,
    identity: identityOf(person),
    address: address ? present({ text: address, wardCode, provinceCode }) : undefined,
    phone,
    email,
  })
}

function identityOf(person: CaseFacts['applicant']) {
  const { identityNumber, passport } = person
  if (!identityNumber) return { kind: 'passport', number: passport }
  return present({
    kind: 'card',
    number: identityNumber,
    issuedOn: person.identityIssuedOn,
    issuedPlace: person.identityIssuedPlace,
  })
}

/** An absent value is left out; the contract knows no null. */
function present(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
