import QRCode from 'qrcode'

const WIDTH = 640
const HEIGHT = 480
const BLACK = 16
const WHITE = 235
const NO_COLOUR = 128

/** A film of a card held still before the camera, as Chromium's fake camera plays it (YUV4MPEG2). */
export function cameraFilm(text: string): Buffer {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const scale = Math.floor((HEIGHT - 60) / modules.size)
  const [left, top] = [(WIDTH - modules.size * scale) >> 1, (HEIGHT - modules.size * scale) >> 1]
  const luma = Buffer.alloc(WIDTH * HEIGHT, WHITE)
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      for (let line = 0; line < scale; line++) {
        const start = (top + row * scale + line) * WIDTH + left + column * scale
        luma.fill(BLACK, start, start + scale)
      }
    }
  }
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    luma,
    Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR),
  ])
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  return Buffer.concat([head, ...Array<Buffer>(5).fill(frame)])
}
