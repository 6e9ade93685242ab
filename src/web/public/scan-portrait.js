/*
 * Makes a phone's picture fit: the middle in 4:6, small enough to send, and shows it before it is
 * saved. Without this script a picture of up to 2 MB is sent as it is.
 */

const WIDTH = 800
const HEIGHT = 1200
const file = document.querySelector('[data-use="portrait-file"]')
const preview = document.querySelector('[data-portrait-preview]')

async function cropped(picture) {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(bitmap.width / WIDTH, bitmap.height / HEIGHT)
  const [width, height] = [WIDTH * scale, HEIGHT * scale]
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const left = (bitmap.width - width) / 2
  // Heads are in the upper half of a picture that is too tall.
  const top = (bitmap.height - height) / 3
  const context = canvas.getContext('2d')
  context.drawImage(bitmap, left, top, width, height, 0, 0, WIDTH, HEIGHT)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
}

function show(picture) {
  if (preview.src) URL.revokeObjectURL(preview.src)
  preview.hidden = !picture
  if (picture) preview.src = URL.createObjectURL(picture)
  else preview.removeAttribute('src')
}

file?.addEventListener('change', async () => {
  const [picture] = file.files
  if (!picture) {
    show(undefined)
    return
  }
  const blob = await cropped(picture).catch(() => null)
  show(blob ?? undefined)
  if (!blob) return
  const files = new DataTransfer()
  files.items.add(new File([blob], 'portrait.jpg', { type: 'image/jpeg' }))
  file.files = files.files
})
