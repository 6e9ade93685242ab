import type { Child } from 'hono/jsx'
import { type Actor, may } from '../core/actor.ts'
import { type Lang, languages, say } from '../core/text.ts'
import { isUnder, navFor } from './nav.ts'
import { Brand } from './pieces/brand.tsx'
import { Icon } from './pieces/icon.tsx'
import { languageWords, words } from './words.ts'

type ShellProps = {
  lang: Lang
  actor: Actor
  facility: string | undefined
  /** The page's own path: where the language switch returns to, and which entry is the present one. */
  path: string
  /** The entry this page belongs to, when its path does not say so. */
  section: string | undefined
  demo: boolean
  width: 'narrow' | 'normal' | 'wide'
  children?: Child
}

/** The frame of someone who works here: ways in on the left, the page on the right. */
export function Shell(props: ShellProps) {
  return (
    <div class="shell">
      <header class="side">
        <Brand lang={props.lang} facility={props.facility} href="/" />
        <Finder lang={props.lang} />
        <Navigation {...props} />
        <Unsent {...props} />
        <Account {...props} />
      </header>
      <div class="column">
        {props.demo && <DemoBanner lang={props.lang} />}
        <Main {...props} />
      </div>
    </div>
  )
}

type BareShellProps = {
  lang: Lang
  facility: string | undefined
  path: string
  demo: boolean
  width: 'narrow' | 'normal' | 'wide'
  children?: Child
}

/** The frame of a page that belongs to nobody's desk: sign-in, a patient's page, a verification. */
export function BareShell(props: BareShellProps) {
  return (
    <div class="bare">
      <header>
        {props.demo && <DemoBanner lang={props.lang} />}
        <div class="bare-head">
          <Brand lang={props.lang} facility={props.facility} />
          <Languages {...props} />
        </div>
      </header>
      <Main {...props} />
    </div>
  )
}

function Main(props: { width: 'narrow' | 'normal' | 'wide'; children?: Child }) {
  return (
    <main class={`main main-${props.width}`} id="main" tabindex={-1}>
      {props.children}
    </main>
  )
}

function Navigation({ lang, actor, path, section }: ShellProps) {
  return (
    <nav class="nav" aria-label={say(words.mainNavigation, lang)}>
      <ul class="nav-list">
        {navFor(actor).map((entry) => (
          <li>
            <a
              class="nav-link"
              href={entry.href}
              data-key={entry.keys}
              aria-current={
                isUnder(section ?? path, entry.href) ? currentAs(path, entry.href) : undefined
              }
            >
              <Icon name={entry.icon} />
              {say(entry.label, lang)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How much this desk has not sent yet; shown by offline.js, where there is something to show. */
function Unsent({ lang, actor }: ShellProps) {
  if (!may(actor, 'exam:open') && !may(actor, 'invoice:issue')) return null
  return (
    <a
      class="unsent-link"
      href="/unsent"
      hidden
      data-unsent
      data-many={say(words.unsent, lang)}
      data-none={say(words.goOn, lang)}
      data-key="g u"
    >
      <Icon name="alert" />
      <span data-count />
    </a>
  )
}

/** The palette's button; a plain link to its page where there are no scripts. */
function Finder({ lang }: { lang: Lang }) {
  return (
    <a class="finder" href="/find" data-use="palette" aria-keyshortcuts="Control+K Meta+K">
      <Icon name="search" />
      <span class="finder-text">{say(words.find, lang)}</span>
      <kbd class="kbd">{say(words.findKeys, lang)}</kbd>
    </a>
  )
}

function currentAs(path: string, href: string): 'page' | 'true' {
  return path === href ? 'page' : 'true'
}

/** Who is at work, with what is theirs; on narrow screens behind a button of the browser's own kind. */
function Account(props: ShellProps) {
  const { lang, actor } = props
  return (
    <section class="account" aria-label={say(words.account, lang)}>
      <button type="button" class="account-open" popovertarget="account-menu">
        <Icon name="person" />
        <span class="account-open-name">{actor.name}</span>
      </button>
      <div class="account-menu" id="account-menu" popover="auto">
        <p class="account-person">
          <span class="unseen">{say(words.signedInAs, lang, { name: '' })}</span>
          <a class="account-name" href="/password" title={say(words.ownAccount, lang)}>
            {actor.name}
          </a>
          <KeysButton lang={lang} />
        </p>
        <div class="account-actions">
          <Languages {...props} />
          <form method="post" action="/sign-out" data-forget>
            <button class="button button-quiet button-small" type="submit">
              <span>{say(words.signOut, lang)}</span>
            </button>
          </form>
        </div>
      </div>
    </section>
  )
}

function KeysButton({ lang }: { lang: Lang }) {
  return (
    <button
      type="button"
      class="button button-quiet button-small keys-button"
      data-use="keys"
      data-key="?"
      title={`${say(words.shortcuts, lang)} (?)`}
      aria-label={say(words.shortcuts, lang)}
    >
      <Icon name="keyboard" />
    </button>
  )
}

function Languages({ lang, path }: { lang: Lang; path: string }) {
  return (
    <form method="post" action="/language" class="languages" aria-label={say(words.language, lang)}>
      <input type="hidden" name="to" value={path} />
      {languages.map((each) => (
        <button
          type="submit"
          name="lang"
          value={each}
          lang={each}
          aria-label={say(languageWords[each], each)}
          title={say(languageWords[each], each)}
          aria-current={each === lang ? 'true' : undefined}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </form>
  )
}

function DemoBanner({ lang }: { lang: Lang }) {
  return (
    <section class="demo" aria-label={say(words.demoTitle, lang)}>
      <strong>{say(words.demoTitle, lang)}</strong>
      <span>{say(words.demoText, lang)}</span>
    </section>
  )
}
