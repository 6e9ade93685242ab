import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { cutText } from './cut-text.js'

/*
 * `node src/web/fonts/cut.js` cuts the typeface to what pages say, without hints, for phones: both
 * weights in a third of the bytes. Desks load the whole files, with hints. To be run again when
 * cut-text.js or the typeface changes.
 */

const weights = { 400: '400Regular', 600: '600SemiBold' }
const keepFeatures = ['kern', 'liga', 'ccmp', 'mark', 'mkmk', 'locl']

for (const [weight, name] of Object.entries(weights)) {
  const file = `@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`
  const whole = readFileSync(createRequire(import.meta.url).resolve(file))
  const cut = await subsetFont(whole, cutText, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures,
  })
  const target = new URL(`../public/fonts/be-vietnam-pro-cut-${weight}.woff2`, import.meta.url)
  writeFileSync(target, cut)
  console.log(`${weight}: ${whole.length} bytes, cut to ${cut.length}`)
}
