import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Lang, say, type Text } from '../core/text.ts'
import { type AppContext, actorOf } from './context.ts'
import { liveUrl } from './live-route.ts'
import { told } from './pieces/label.ts'
import { type Said, SaidToast } from './pieces/said.tsx'
import { BareShell, Shell } from './shell.tsx'
import { assetUrl } from './static.ts'
import { scriptWords, words } from './words.ts'

/** What a page loads besides what it names itself: a patient's phone the least. */
type Load = {
  sheets: readonly string[]
  scripts: readonly string[]
  fonts: readonly string[]
  /** Shown when all of it is there: half of a long page, painted, moves as the rest comes. */
  atOnce?: boolean
  /** Worked by keys: those pressed while it comes are not lost. */
  keys?: boolean
}
const wholeFonts = ['latin-400', 'vietnamese-400', 'latin-600', 'vietnamese-600'].map(
  (name) => `${name}-normal`,
)
const cutFonts = ['cut-400', 'cut-600']
const desk: Load = {
  atOnce: true,
  keys: true,
  fonts: wholeFonts,
  sheets: ['bare.css', 'desk.css'],
  scripts: ['nav.js', 'form.js', 'keys.js', 'palette.js', 'table.js', 'offline.js'],
}
const bare: Load = { fonts: cutFonts, sheets: ['bare.css'], scripts: ['nav.js', 'form.js'] }
const whole: Load = {
  ...desk,
  scripts: desk.scripts.filter((name) => !['palette.js', 'offline.js'].includes(name)),
}
const lean: Load = { ...bare, scripts: [] }

export type PageOptions = {
  title: Text
  status?: ContentfulStatusCode
  /** `narrow` for one form, `wide` for boards and long tables. */
  width?: 'narrow' | 'normal' | 'wide'
  /** What the page shows changes when these topics are touched (`visit:<id>`). */
  live?: readonly string[]
  /** The navigation entry it belongs to, when its path lies elsewhere. */
  section?: string
  /** ES modules of `public/` that this page needs besides the usual ones. */
  scripts?: readonly string[]
  /** Style sheets of `public/` that this page needs besides the usual ones. */
  sheets?: readonly string[]
  /** A bare page that shows what stands on desks: tables, shortcuts. */
  whole?: boolean
  /** A bare page without forms or shortcuts: only the scripts that it names. */
  lean?: boolean
  /** Where it says of itself how it becomes an app on a phone. */
  manifest?: string | undefined
  /** What has just been done (`saidIn`), shown as a toast. */
  said?: Said | undefined
}

/** A whole page in the frame of the person who works here. */
export function page(c: AppContext, options: PageOptions, body: Child): Promise<Response> {
  const actor = actorOf(c)
  if (actor?.kind !== 'staff' && actor?.kind !== 'service') return barePage(c, options, body)
  return respond(
    c,
    options,
    <Shell {...frameOf(c, options)} actor={actor} section={options.section}>
      <Body c={c} said={options.said}>
        {body}
      </Body>
    </Shell>,
    desk,
  )
}

/** A whole page without navigation, for readers who are no staff or not yet signed in. */
export function barePage(c: AppContext, options: PageOptions, body: Child): Promise<Response> {
  return respond(
    c,
    options,
    <BareShell {...frameOf(c, options)}>
      <Body c={c} said={options.said}>
        {body}
      </Body>
    </BareShell>,
    options.whole ? whole : options.lean ? lean : bare,
  )
}

function Body({ c, said, children }: { c: AppContext; said: Said | undefined; children?: Child }) {
  return (
    <>
      {said && <SaidToast lang={c.get('lang')} said={said} />}
      {children}
    </>
  )
}

function frameOf(c: AppContext, options: PageOptions) {
  const { env } = c.get('deps')
  return {
    lang: c.get('lang'),
    facility: c.get('facilityName'),
    demo: env.demo,
    path: pathOf(c),
    width: options.width ?? ('normal' as const),
  }
}

function pathOf(c: AppContext): string {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? pathname + search : pathname
}

async function respond(
  c: AppContext,
  options: PageOptions,
  frame: Child,
  load: Load,
): Promise<Response> {
  const status = options.status ?? 200
  const markup = await (
    <Document
      lang={c.get('lang')}
      title={options.title}
      fonts={load.fonts}
      sheets={[...load.sheets, ...(options.sheets ?? [])]}
      scripts={[...load.scripts, ...(options.live ? ['live.js'] : []), ...(options.scripts ?? [])]}
      status={status}
      user={actorOf(c)?.id}
      live={options.live && liveUrl(c, options.live)}
      manifest={options.manifest}
      atOnce={load.atOnce}
      keys={load.keys}
    >
      {frame}
    </Document>
  )
  return c.html(`<!doctype html>${markup}`, status)
}

type DocumentProps = {
  lang: Lang
  title: Text
  fonts: readonly string[]
  sheets: readonly string[]
  scripts: readonly string[]
  status: number
  user: string | undefined
  live: string | undefined
  manifest: string | undefined
  atOnce: boolean | undefined
  keys: boolean | undefined
  children?: Child
}

/** The last element of a page. */
const END = 'end'

function Document(props: DocumentProps) {
  const { lang } = props
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${say(props.title, lang)} · ${say(words.product, lang)}`}</title>
        <meta name="robots" content="noindex" />
        <meta name="description" content={say(words.description, lang)} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
        {props.manifest && <App manifest={props.manifest} />}
        {props.keys && <script src={assetUrl('keys-early.js')} />}
        <Fonts names={props.fonts} />
        {/* Raw: the JSX drops `blocking`. */}
        {props.atOnce && raw(`<link rel="expect" href="#${END}" blocking="render">`)}
        {props.sheets.map((name) => (
          <link rel="stylesheet" href={assetUrl(name)} />
        ))}
        {props.scripts.map((name) => (
          <script type="module" src={assetUrl(name)} />
        ))}
      </head>
      <body data-status={props.status} data-user={props.user} data-live={props.live}>
        <a class="skip" href="#main">
          {say(words.skip, lang)}
        </a>
        {props.children}
        <Toasts lang={lang} />
        {props.atOnce && <span id={END} hidden />}
      </body>
    </html>
  )
}

/** Asked for with the cookie of the language; where no manifest is read, the icon stands by itself. */
function App({ manifest }: { manifest: string }) {
  return (
    <>
      <link rel="manifest" href={manifest} crossorigin="use-credentials" />
      <link rel="apple-touch-icon" href={assetUrl('icon-180.png')} />
      <meta name="theme-color" content="#0b6157" />
    </>
  )
}

/** The files that every page's text needs, asked for before the styles have been read. */
function Fonts({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={assetUrl(`fonts/be-vietnam-pro-${name}.woff2`)}
        />
      ))}
    </>
  )
}

function Toasts({ lang }: { lang: Lang }) {
  const said = Object.entries(scriptWords).map(([name, text]) => [`data-${name}`, told(text, lang)])
  return (
    <section
      class="toasts"
      id="toasts"
      aria-live="polite"
      aria-label={say(words.notifications, lang)}
      {...Object.fromEntries(said)}
    />
  )
}
