/* What the offline form's fields mean to the server, and what is wrong with them. Pure. */

/** `3/4/1985`, `03041985`, `03-04-1985` → `1985-04-03`; undefined when there is no such day. */
export function dayOf(text) {
  const parts = /^(\d{1,2})[-/. ]?(\d{1,2})[-/. ]?(\d{4})$/.exec(text.trim())
  if (!parts) return undefined
  const [, day, month, year] = parts.map((part) => part.padStart(2, '0'))
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

const only = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
const orNothing = (text) => (text ? text : undefined)

/** The card's own text while what it said was not changed by hand; else what was typed. */
export function patientBody(values) {
  const card = values.identityCardQr
  const phone = orNothing(values.phone)
  if (card && isAsOnCard(card, values)) return only({ identityCardQr: card, phone })
  const number = values['identityCard.number']
  const address = values['address.text']
  return only({
    name: values.name,
    birthDate: dayOf(values.birthDate),
    sex: values.sex,
    identityCard: number ? { number } : undefined,
    address: address ? { text: address } : undefined,
    phone,
  })
}

function isAsOnCard(card, values) {
  const [number, , name, birth, , address = ''] = card.split('|').map((part) => part.trim())
  return (
    number === values['identityCard.number'] &&
    name === values.name &&
    birth === (dayOf(values.birthDate) ?? '').split('-').reverse().join('') &&
    address === (values['address.text'] ?? '')
  )
}

export function examBody(values) {
  const held = only({
    number: orNothing(values['heldLicence.number']),
    class: orNothing(values['heldLicence.class']),
    scheme: orNothing(values['heldLicence.scheme']),
    expiresOn: values['heldLicence.expiresOn'] ? dayOf(values['heldLicence.expiresOn']) : undefined,
  })
  return only({
    licenceClass: values.licenceClass,
    purpose: values.purpose,
    heldLicence: held.number ? held : undefined,
    consents: { exam: true, renewal: values['consents.renewal'] === 'true' },
  })
}

/** Undefined when nothing is to be billed. */
export function invoiceBody(values) {
  const items = Object.entries(values)
    .filter(([name, value]) => name.startsWith('bill.') && value)
    .map(([name]) => ({ code: name.slice('bill.'.length), quantity: 1 }))
  if (items.length === 0) return undefined
  return only({ examId: orNothing(values.exam), items })
}

/** What the server would refuse for certain, by field and the word for it. */
export function faultsOf(values) {
  if (values.exam) {
    return invoiceBody(values) ? [] : [{ name: 'exam', fault: 'billNothing' }]
  }
  const faults = []
  const wrong = (name, fault) => faults.push({ name, fault })
  if (!/\p{L}/u.test(values.name ?? '')) wrong('name', 'nameMissing')
  if (!dayOf(values.birthDate ?? '')) wrong('birthDate', 'dateWrong')
  if (!values.sex) wrong('sex', 'sexMissing')
  const number = values['identityCard.number']
  if (number && !/^\d{12}$/.test(number)) wrong('identityCard.number', 'numberWrong')
  if (!values.licenceClass) wrong('licenceClass', 'classMissing')
  if (!values.purpose) wrong('purpose', 'purposeMissing')
  if (
    values['heldLicence.number'] &&
    !(values['heldLicence.class'] && values['heldLicence.scheme'])
  ) {
    wrong('heldLicence.class', 'heldIncomplete')
  }
  if (values['heldLicence.expiresOn'] && !dayOf(values['heldLicence.expiresOn'])) {
    wrong('heldLicence.expiresOn', 'dateWrong')
  }
  if (!values['consents.exam']) wrong('consents.exam', 'consentMissing')
  return faults
}
