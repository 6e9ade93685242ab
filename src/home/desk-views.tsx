import type { Child } from 'hono/jsx'
import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import type { IconName } from '../web/pieces/icon.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { waitsLong } from './flow.ts'
import { words } from './words.ts'

export type Act = { href: string; label: string; icon: IconName }

/** What one role has to do now: the answer as a title, the one act, and what stands behind it. */
export type Desk = {
  title: string
  lead?: Child
  act?: Act | undefined
  /** Quiet ways to the pages behind. */
  ways?: readonly Act[]
  /** Since when the first one waits: who waits longest decides which desk comes first. */
  since?: Date | undefined
  body: (level: 2 | 3) => Child
}

/** The desks of one person, the most urgent first; only its act is the page's primary one. */
export function HomeView(props: { lang: Lang; desks: readonly Desk[]; news?: Child }) {
  const { lang, desks } = props
  const [first, ...others] = byUrgency(desks)
  if (!first) return <Idle lang={lang} />
  return (
    <LivePart id="home" class="home">
      {props.news}
      <PageHead
        lang={lang}
        title={first.title}
        lead={first.lead}
        actions={
          <>
            <Ways ways={first.ways} />
            {first.act && (
              <LinkButton
                href={first.act.href}
                variant="primary"
                icon={first.act.icon}
                shortcut="n"
                lang={lang}
              >
                {first.act.label}
              </LinkButton>
            )}
          </>
        }
      />
      {first.body(2)}
      {others.map((desk) => (
        <FurtherDesk desk={desk} />
      ))}
    </LivePart>
  )
}

function byUrgency(desks: readonly Desk[]): readonly Desk[] {
  const at = ({ since }: Desk) => since?.getTime() ?? Number.POSITIVE_INFINITY
  return [...desks].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)))
}

function Ways({ ways }: { ways?: readonly Act[] | undefined }) {
  return (
    <>
      {ways?.map(({ href, label, icon }) => (
        <LinkButton href={href} icon={icon} variant="quiet">
          {label}
        </LinkButton>
      ))}
    </>
  )
}

function FurtherDesk({ desk }: { desk: Desk }) {
  return (
    <section class="desk">
      <div class="desk-head">
        <div>
          <h2>{desk.title}</h2>
          {desk.lead && <div class="page-lead">{desk.lead}</div>}
        </div>
        <div class="desk-acts">
          <Ways ways={[...(desk.ways ?? []), ...(desk.act ? [desk.act] : [])]} />
        </div>
      </div>
      {desk.body(3)}
    </section>
  )
}

function Idle({ lang }: { lang: Lang }) {
  return (
    <Stack>
      <PageHead lang={lang} title={words.home} />
      <Panel lang={lang}>
        <EmptyState lang={lang} icon="info" title={words.nothing} text={words.nothingText} />
      </Panel>
    </Stack>
  )
}

/** How long somebody waits; quiet while that is usual. */
export function Waited({ lang, since, now }: { lang: Lang; since: Date; now: Date }) {
  const text = ageText(since, now)
  if (waitsLong(since, now)) return <StatusBadge lang={lang} tone="warn" label={text} />
  return <span class="number">{told(text, lang)}</span>
}

/** Facts on one line. */
export function Facts({ items }: { items: readonly (Child | undefined | false)[] }) {
  return <ul class="fact-line">{items.map((item) => item && <li>{item}</li>)}</ul>
}

/** How many stand in a list, beside its title. */
export function Count({ of }: { of: number }) {
  return of > 0 ? <span class="count">{of}</span> : null
}

/** More than the page lists. */
export function Further({ lang, count, href }: { lang: Lang; count: number; href: string }) {
  if (count <= 0) return null
  return (
    <p class="further">
      {say(words.more, lang, { count })} · <a href={href}>{say(words.seeAll, lang)}</a>
    </p>
  )
}
