import decodeQR from './qr/decode.js'

/*
 * Reads the QR of an identity card by camera or from a photo, into the field that a scanner would
 * type in. Pictures are read here and never leave the browser.
 */

const field = document.querySelector('[data-use="scan-field"]')
const form = field?.form
const ways = form?.querySelector('[data-scan-ways]')
const live = form?.querySelector('[data-scan-live]')
const video = live?.querySelector('video')
const said = form?.querySelector('[data-scan-said]')
const button = form?.querySelector('[data-use="scan-camera"]')
const photo = form?.querySelector('[data-use="scan-photo"]')

const LOOK_EVERY_MS = 120
const VIDEO_WIDTH = 900
/** A photo is looked at in several sizes: the code may fill it, or be a corner of the card. */
const PHOTO_WIDTHS = [1200, 2000, 700, 3000]

const canvas = document.createElement('canvas')
const context = canvas.getContext('2d', { willReadFrequently: true })
let stream

function pixels(source, width, height, longest) {
  const scale = Math.min(1, longest / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

function read(image, timeLimit) {
  try {
    return decodeQR(image, { timeLimit }) || undefined
  } catch {
    return undefined
  }
}

function take(text) {
  stop()
  field.value = text
  form.requestSubmit()
}

function stop() {
  for (const track of stream?.getTracks() ?? []) track.stop()
  stream = undefined
  live.hidden = true
  button.querySelector('span').textContent = said.dataset.start
}

async function start() {
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 } },
    })
  } catch {
    said.textContent = said.dataset.noCamera
    return
  }
  video.srcObject = stream
  live.hidden = false
  button.querySelector('span').textContent = said.dataset.stop
  said.textContent = said.dataset.looking
  await video.play()
  look(stream)
}

function look(of) {
  if (stream !== of) return
  if (video.videoWidth > 0) {
    const text = read(pixels(video, video.videoWidth, video.videoHeight, VIDEO_WIDTH), 60)
    if (text) {
      take(text)
      return
    }
  }
  setTimeout(() => look(of), LOOK_EVERY_MS)
}

async function readPhoto(file) {
  said.textContent = said.dataset.reading
  const picture = await createImageBitmap(file).catch(() => undefined)
  for (const longest of picture ? PHOTO_WIDTHS : []) {
    const text = read(pixels(picture, picture.width, picture.height, longest), 1500)
    if (text) {
      take(text)
      return
    }
  }
  said.textContent = said.dataset.nothing
}

if (form && ways) {
  ways.hidden = false
  button.hidden = !navigator.mediaDevices?.getUserMedia
  button.addEventListener('click', () => {
    if (stream) {
      stop()
      said.textContent = ''
    } else void start()
  })
  photo.addEventListener('change', () => {
    const [file] = photo.files
    if (file) void readPhoto(file)
    photo.value = ''
  })
  addEventListener('pagehide', stop)
}
