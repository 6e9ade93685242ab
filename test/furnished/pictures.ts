import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { projectPath } from '../../src/platform/paths.ts'

/** Of all pixels; what another machine's font rasteriser may do differently. */
const TOLERANCE = 0.002

/**
 * What differs between this picture and the one kept under its name; undefined when they are the
 * same. `UPDATE_PICTURES=1` keeps the new one instead: look at it before you commit it.
 */
export function pictureFault(name: string, taken: Buffer): string | undefined {
  const kept = projectPath(`test/pictures/${name}.png`)
  if (process.env.UPDATE_PICTURES) {
    write(kept, taken)
    return undefined
  }
  if (!existsSync(kept)) return `${name}: no picture is kept; take one with UPDATE_PICTURES=1`
  const before = PNG.sync.read(readFileSync(kept))
  const after = PNG.sync.read(taken)
  const { width, height } = after
  const looked = projectPath(`out/pictures/${name}`)
  if (before.width !== width || before.height !== height) {
    write(`${looked}.png`, taken)
    return `${name}: ${before.width} × ${before.height} became ${width} × ${height}`
  }
  const difference = new PNG({ width, height })
  const pixels = pixelmatch(before.data, after.data, difference.data, width, height, {
    threshold: 0.15,
  })
  if (pixels <= width * height * TOLERANCE) return undefined
  write(`${looked}.png`, taken)
  write(`${looked}.difference.png`, PNG.sync.write(difference))
  return `${name}: ${pixels} pixels differ, see out/pictures`
}

function write(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}
