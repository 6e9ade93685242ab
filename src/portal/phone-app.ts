import { type Lang, say } from '../core/text.ts'
import { phoneWords as words } from './phone-words.ts'

/** Ours, as the icon and the head of the page are coloured. */
const BRAND = '#0b6157'
const GROUND = '#f6f7f7'

type AppProps = {
  lang: Lang
  facility: string
  /** The link's own path: where the app begins, and all that belongs to it. */
  at: string
  icon: (name: string) => string
}

/** The page as an app of its own, one for each link; nothing of the patient stands in it. */
export function appManifest({ lang, facility, at, icon }: AppProps): object {
  const square = (size: number) => ({ sizes: `${size}x${size}`, type: 'image/png' })
  return {
    id: at,
    name: say(words.appFull, lang, { facility }),
    short_name: say(words.appName, lang),
    lang,
    start_url: at,
    scope: at,
    display: 'standalone',
    background_color: GROUND,
    theme_color: BRAND,
    icons: [
      { src: icon('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: icon('icon-192.png'), ...square(192) },
      { src: icon('icon-512.png'), ...square(512) },
      { src: icon('icon-maskable-512.png'), ...square(512), purpose: 'maskable' },
    ],
  }
}
