import { countOthers, discard, entriesOf, keep, knownOf, onChange, save } from './offline-outbox.js'
import { amend, isEditable, resolve } from './offline-replay.js'
import { examBody, faultsOf, invoiceBody, patientBody } from './unsent-form.js'

/*
 * The desk that works without the server: one form for registration, exam and bill, and the list of
 * what was not sent yet, with what the server said against it and the ways out. Nothing leaves the list
 * but by being sent or by a person's hand.
 */

const desk = document.querySelector('[data-desk]')
const form = document.getElementById('visit')
const scan = document.getElementById('scan')
const list = desk.querySelector('[data-entries]')
const template = desk.querySelector('template')
const words = template.dataset
const { user } = document.body.dataset
const DAY_MS = 86_400_000
const newKey = () => crypto.randomUUID()
/** The entry that is being changed, if one is. */
let editing

const field = (name) => form?.elements.namedItem(name)
const filledIn = (name) => {
  const found = field(name)
  if (!found) return ''
  if (found.type === 'checkbox') return found.checked ? found.value : ''
  return found.value.trim()
}

/* ── the form ── */

function typed() {
  const names = [...form.elements].map(({ name }) => name).filter((name) => /^[a-z]/i.test(name))
  return Object.fromEntries([...new Set(names)].map((name) => [name, filledIn(name)]))
}

function mark(faults) {
  for (const element of form.elements) element.removeAttribute?.('aria-invalid')
  const box = desk.querySelector('[data-faults]')
  box.hidden = faults.length === 0
  box.querySelector('ul').replaceChildren(
    ...faults.map(({ name, fault }) => {
      const item = document.createElement('li')
      const link = document.createElement('a')
      const control = [field(name)].flat()[0]
      const target = control?.[0] ?? control
      target?.setAttribute?.('aria-invalid', 'true')
      link.href = `#${target?.id ?? ''}`
      link.textContent = desk.dataset[fault]
      item.append(link)
      return item
    }),
  )
  if (faults.length > 0) box.focus()
}

/** What a person recognises the entry by, in the words of the form. */
function shownOf(values) {
  const lines = []
  for (const [name, value] of Object.entries(values)) {
    if (!value || name.startsWith('consents.') || name === 'identityCardQr') continue
    const control = field(name)
    const one = control instanceof RadioNodeList ? control[0] : control
    const label = labelOf(one)
    if (name.startsWith('bill.')) lines.push([desk.dataset.billed, label])
    else lines.push([label, chosenText(control, one) ?? value])
  }
  return lines
}

/** What the form calls it, without its marks. */
function labelOf(control) {
  const label = control.closest('.field').querySelector('.field-label, .choice-text')
  const copy = label.cloneNode(true)
  for (const mark of copy.querySelectorAll('.field-required, .field-optional')) mark.remove()
  return copy.textContent.trim()
}

function chosenText(control, one) {
  if (!(control instanceof RadioNodeList)) return one.selectedOptions?.[0]?.textContent.trim()
  return [...control]
    .find(({ checked }) => checked)
    ?.closest('label')
    .textContent.trim()
}

function stepsOf(values) {
  const known = values.exam
  const steps = []
  if (!known) {
    steps.push({ kind: 'patient', body: patientBody(values) })
    steps.push({ kind: 'exam', body: examBody(values) })
  }
  const invoice = invoiceBody(values)
  if (invoice) steps.push({ kind: 'invoice', body: invoice })
  return steps.map((step) => ({ ...step, key: newKey() }))
}

async function submit(event) {
  event.preventDefault()
  event.stopImmediatePropagation()
  const values = typed()
  const faults = faultsOf(values)
  mark(faults)
  if (faults.length > 0) return
  const content = contentOf(values)
  const kept = editing ? await change(editing, content) : await keep(user, content)
  desk.querySelector('[data-said]').textContent = desk.dataset[kept ? 'keptHere' : 'goneOut']
  stopEditing()
  forgetDrafts()
  field('name')?.focus()
}

function contentOf(values) {
  const option = field('exam')?.selectedOptions?.[0]
  return {
    id: newKey(),
    name: values.exam ? option.textContent.trim() : values.name,
    at: new Date().toISOString(),
    values,
    shown: shownOf(values),
    steps: stepsOf(values),
    state: 'waiting',
  }
}

/** Nothing is changed or taken away while it is being sent. */
const alone = (work) => navigator.locks.request('lienthong-outbox', work)

function change({ id }, content) {
  return alone(async () => {
    const now = (await entriesOf(user)).find((each) => each.id === id)
    if (!now || !isEditable(now)) return undefined
    const { name, values, shown, steps } = content
    await save(user, { ...amend(now, steps), name, values, shown })
    return now
  })
}

function stopEditing() {
  editing = undefined
  form.reset()
  // A hidden field is not reset.
  if (field('identityCardQr')) field('identityCardQr').value = ''
  desk.querySelector('[data-editing]').hidden = true
}

/** The card's own text is what is sent; what it says is shown to be looked at. */
function takeCard(event) {
  event.preventDefault()
  event.stopImmediatePropagation()
  const text = scan.elements.identityCardQr.value.trim()
  const [number, , name, birth, sex, address] = text.split('|')
  if (!/^\d{12}$/.test(number ?? '') || !/^\d{8}$/.test(birth ?? '')) {
    desk.querySelector('[data-said]').textContent = desk.dataset.noCard
    return
  }
  fill({
    identityCardQr: text,
    name,
    birthDate: `${birth.slice(0, 2)}/${birth.slice(2, 4)}/${birth.slice(4)}`,
    sex: sex.normalize('NFC').toLowerCase() === desk.dataset.female ? 'female' : 'male',
    'identityCard.number': number,
    'address.text': address ?? '',
  })
  scan.reset()
  ;(field('licenceClass') ?? field('name')).focus()
}

function fill(values) {
  for (const [name, value] of Object.entries(values)) {
    const control = field(name)
    if (!control) continue
    if (control instanceof RadioNodeList || control.type !== 'checkbox') control.value = value
    else control.checked = value !== ''
  }
}

/** What was being typed on the server's own forms, in this tab, when it went away. */
function takeDrafts() {
  for (const key of draftKeys()) {
    const draft = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    const values = Object.fromEntries(
      (draft.values ?? [])
        .filter(([, , checked]) => checked !== false)
        .map(([name, value]) => [name, value]),
    )
    fill(values)
  }
}

const draftKeys = () =>
  Object.keys(sessionStorage).filter((key) => key === `draft:${user}:patient:new`)

function forgetDrafts() {
  for (const key of draftKeys()) sessionStorage.removeItem(key)
}

/* ── the list ── */

async function draw() {
  const entries = await entriesOf(user)
  // What was sent is on the server; here it is told for a day.
  const over = (entry) => entry.state === 'sent' && Date.now() - Date.parse(entry.at) > DAY_MS
  for (const entry of entries.filter(over)) await discard(entry.seq)
  const others = await countOthers(user)
  list.replaceChildren(...entries.map(cardOf))
  desk.querySelector('[data-none]').hidden = entries.length > 0
  const note = desk.querySelector('[data-others]')
  note.hidden = others === 0
  note.textContent = desk.dataset.others.replace('{n}', others)
}

function cardOf(entry) {
  const card = template.content.firstElementChild.cloneNode(true)
  const part = (name) => card.querySelector(`[data-${name}]`)
  part('name').textContent = entry.name
  part('state').textContent = words[entry.state]
  part('state').className = `unsent-state unsent-${entry.state}`
  part('at').textContent = new Date(entry.at).toLocaleTimeString('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
  })
  for (const [label, value] of entry.state === 'sent' ? [] : entry.shown) {
    const term = document.createElement('dt')
    const detail = document.createElement('dd')
    term.textContent = label
    detail.textContent = value
    part('typed').append(term, detail)
  }
  if (entry.refusal) refused(entry, part)
  links(entry, part('links'))
  act(part('again'), entry.state === 'refused', () => settle(entry, {}))
  act(part('edit'), isEditable(entry), () => edit(entry))
  act(part('discard'), entry.state !== 'sent', () => askAndDiscard(entry))
  act(part('clear'), entry.state === 'sent', () => discard(entry.seq))
  return card
}

function refused(entry, part) {
  const { refusal } = entry
  const box = part('refusal')
  box.hidden = false
  part('detail').textContent =
    refusal.detail ?? words[refusal.code === 'too-old' ? 'old' : 'refused']
  for (const { message, pointer } of refusal.errors ?? []) {
    const item = document.createElement('li')
    item.textContent = `${pointer.slice(1)}: ${message}`
    part('errors').append(item)
  }
  const people = [
    ...(refusal.candidates ?? []),
    ...(refusal.existingId ? [{ id: refusal.existingId }] : []),
  ]
  for (const person of people) {
    const button = part('use').cloneNode(true)
    button.hidden = false
    button.querySelector('span').textContent = person.name
      ? words.use
          .replace('{name}', person.name)
          .replace('{birth}', person.birthDate.split('-').reverse().join('/'))
      : words.known
    button.addEventListener('click', () => settle(entry, { use: person.id }))
    const look = document.createElement('a')
    look.href = `/patients/${person.id}`
    look.textContent = words.look
    part('people').append(button, look)
  }
  act(part('new'), (refusal.candidates ?? []).length > 0, () => settle(entry, { confirmNew: true }))
}

const pages = { patient: '/patients/', exam: '/exams/', invoice: '/bills/' }

function links(entry, place) {
  for (const { kind, done } of entry.steps) {
    if (!done) continue
    const link = document.createElement('a')
    link.href = pages[kind] + done
    link.textContent = words[kind]
    place.append(link)
  }
}

function act(button, offered, run) {
  button.hidden = !offered
  button.addEventListener('click', run)
}

const settle = (entry, how) => save(user, resolve(entry, how, newKey))

function edit(entry) {
  editing = entry
  form.reset()
  fill(entry.values)
  desk.querySelector('[data-editing]').hidden = false
  field('name')?.focus()
}

const dialog = desk.querySelector('[data-ask]')

function askAndDiscard(entry) {
  dialog.querySelector('[data-whom]').textContent = entry.name
  dialog.returnValue = ''
  dialog.showModal()
  dialog.onclose = () => dialog.returnValue === 'discard' && alone(() => discard(entry.seq))
}

async function offerKnown() {
  const select = field('exam')
  const known = select && (await knownOf(user))
  for (const { id, name, year, licenceClass } of known?.exams ?? []) {
    select.append(new Option(`${name} · ${year} · ${licenceClass}`, id))
  }
}

/** Whether the server answers, as offline.js finds it. */
function tell(state) {
  desk.querySelector('[data-away]').hidden = state !== 'away'
  desk.querySelector('[data-signed-out]').hidden = state !== 'signed-out'
}

document.addEventListener('desk:state', ({ detail }) => tell(detail))
if ('kept' in document.body.dataset) {
  tell('away')
  takeDrafts()
}
form?.addEventListener('submit', submit, { capture: true })
form?.querySelector('[data-use="stop-editing"]')?.addEventListener('click', stopEditing)
scan?.addEventListener('submit', takeCard, { capture: true })
onChange(() => void draw())
void offerKnown()
void draw()
