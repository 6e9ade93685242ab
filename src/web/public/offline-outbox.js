/*
 * The desk's outbox on this device: IndexedDB, each person's entries under a key of their own that
 * never leaves the browser's keeping (not extractable), and bound to person and entry besides
 * (additional data). In the clear stand only whose an entry is and in which order it came.
 */

const NAME = 'lienthong-desk'

function open() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('keys')
      asked.result.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true })
      asked.result.createObjectStore('known')
    }
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

let opened
async function within(stores, mode, work) {
  opened ??= open()
  const db = await opened
  return new Promise((done, failed) => {
    // Written through before it is said to be kept.
    const transaction = db.transaction(stores, mode, { durability: 'strict' })
    const result = work(...stores.map((name) => transaction.objectStore(name)))
    transaction.oncomplete = () => done(result instanceof IDBRequest ? result.result : result)
    transaction.onerror = () => failed(transaction.error)
    transaction.onabort = () => failed(transaction.error)
  })
}

async function keyOf(user) {
  const known = await within(['keys'], 'readonly', (keys) => keys.get(user))
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  // Two tabs at once: the first key stays.
  await within(['keys'], 'readwrite', (keys) => {
    const there = keys.get(user)
    there.onsuccess = () => there.result ?? keys.put(made, user)
  })
  return within(['keys'], 'readonly', (keys) => keys.get(user))
}

const bound = (user, id) => new TextEncoder().encode(`${user} ${id}`)

async function seal(user, id, content) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(user, id) },
    await keyOf(user),
    new TextEncoder().encode(JSON.stringify(content)),
  )
  return { user, id, iv, data }
}

async function unseal({ user, id, iv, data }) {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: bound(user, id) },
    await keyOf(user),
    data,
  )
  return JSON.parse(new TextDecoder().decode(plain))
}

/** Keeps a new entry; it is on the disk when this comes back. */
export async function keep(user, entry) {
  const sealed = await seal(user, entry.id, entry)
  const seq = await within(['entries'], 'readwrite', (entries) => entries.add(sealed))
  announce()
  return { ...entry, seq }
}

/** Writes an entry as it is now; one that was taken away meanwhile is not brought back. */
export async function save(user, entry) {
  const { seq, ...content } = entry
  const sealed = await seal(user, entry.id, content)
  await within(['entries'], 'readwrite', (entries) => {
    const there = entries.get(seq)
    there.onsuccess = () => there.result && entries.put({ ...sealed, seq })
  })
  announce()
}

/** What this person kept here, in its order. */
export async function entriesOf(user) {
  const all = await within(['entries'], 'readonly', (entries) => entries.getAll())
  const own = all.filter((each) => each.user === user)
  return Promise.all(own.map(async (each) => ({ ...(await unseal(each)), seq: each.seq })))
}

/** How many entries of others wait on this device; nothing else of them is anybody's business. */
export async function countOthers(user) {
  const all = await within(['entries'], 'readonly', (entries) => entries.getAll())
  return all.filter((each) => each.user !== user).length
}

export async function discard(seq) {
  await within(['entries'], 'readwrite', (entries) => entries.delete(seq))
  announce()
}

/** What the desk needs to know while the server is away: today's people without a bill. */
export async function keepKnown(user, known) {
  const sealed = await seal(user, 'known', known)
  await within(['known'], 'readwrite', (store) => store.put(sealed, user))
}

export async function knownOf(user) {
  const sealed = await within(['known'], 'readonly', (store) => store.get(user))
  return sealed && unseal(sealed)
}

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined
const listeners = new Set()

/** Tells this page and every other that the outbox changed. */
function announce() {
  channel?.postMessage('changed')
  for (const hear of listeners) hear()
}

export function onChange(hear) {
  listeners.add(hear)
  channel?.addEventListener('message', hear)
}
