/*
 * Says each call once: a chime, then Vietnamese, then English, one call after another. What was said is
 * remembered over a reload, and a call that is older than a moment is not shouted into the room again.
 */

const SAID = 'lienthong.board.said'
const MUTED = 'lienthong.board.muted'
const REMEMBERED = 300
const FRESH_MS = 45_000
/** Some engines never say that they have finished. */
const LONGEST_MS = 12_000

const said = new Set(read(SAID))
const queue = []
let speaking = false
let audio

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '[]')
  } catch {
    return []
  }
}

function write(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // A board without storage says a call again after a reload, no more.
  }
}

const muted = () => read(MUTED) === true

/** Looks at the calls that the board shows and says those that were not said yet. */
export function announce(now) {
  const fresh = []
  for (const { dataset } of document.querySelectorAll('[data-call]')) {
    if (said.has(dataset.call)) continue
    said.add(dataset.call)
    if (now - Date.parse(dataset.calledAt) < FRESH_MS) fresh.push(dataset)
  }
  if (fresh.length === 0) return
  write(SAID, [...said].slice(-REMEMBERED))
  if (muted()) return
  // The board shows the newest first; the room hears them in the order they came.
  queue.push(...fresh.reverse().map(({ sayVi, sayEn }) => ({ vi: sayVi, en: sayEn })))
  void speakAll()
}

async function speakAll() {
  if (speaking) return
  speaking = true
  for (let call = queue.shift(); call; call = queue.shift()) {
    await chime()
    await speak(call.vi, 'vi-VN')
    await speak(call.en, 'en-US')
  }
  speaking = false
}

/** Only by a voice of that language: another one reads nonsense. */
function speak(text, lang) {
  const synthesis = globalThis.speechSynthesis
  const voices = synthesis?.getVoices() ?? []
  const voice = voices.find((each) => each.lang.replace('_', '-').startsWith(lang.slice(0, 2)))
  if (!synthesis || (voices.length > 0 && !voice)) return undefined
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = lang
    utterance.rate = 0.9
    if (voice) utterance.voice = voice
    const timer = setTimeout(resolve, LONGEST_MS)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    utterance.addEventListener('end', done)
    utterance.addEventListener('error', done)
    synthesis.speak(utterance)
  })
}

/** Two falling tones, made here. */
async function chime() {
  audio ??= 'AudioContext' in globalThis ? new AudioContext() : undefined
  if (audio?.state !== 'running') return
  const begin = audio.currentTime + 0.02
  for (const [index, pitch] of [880, 660].entries()) {
    const tone = audio.createOscillator()
    const loudness = audio.createGain()
    const at = begin + index * 0.3
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(0.35, at + 0.03)
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6)
    tone.connect(loudness).connect(audio.destination)
    tone.start(at)
    tone.stop(at + 0.65)
  }
  await new Promise((resolve) => setTimeout(resolve, 950))
}

/** Browsers let nothing sound before somebody has touched the page: then it asks for that touch. */
export function soundControls() {
  const place = document.querySelector('[data-board-sound]')
  const [on, off] = ['on', 'off'].map((way) => place?.querySelector(`[data-use="sound-${way}"]`))
  if (!place) return
  audio ??= 'AudioContext' in globalThis ? new AudioContext() : undefined
  const show = () => {
    const sounding = audio?.state === 'running' && !muted()
    on.hidden = sounding
    off.hidden = !sounding
    place.hidden = false
    place.classList.toggle('is-sounding', sounding)
  }
  on.addEventListener('click', async () => {
    write(MUTED, false)
    await audio?.resume().catch(() => {})
    show()
    void chime()
  })
  off.addEventListener('click', () => {
    write(MUTED, true)
    queue.length = 0
    globalThis.speechSynthesis?.cancel()
    show()
  })
  audio?.addEventListener('statechange', show)
  show()
}
