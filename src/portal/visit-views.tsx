import { calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { dateText, instantText } from '../web/pieces/date-text.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { Steps } from '../web/pieces/steps.tsx'
import { BillPanel } from './bill-views.tsx'
import { glanceOf, type Next } from './glance.ts'
import { ResultPanel } from './outcome-views.tsx'
import { AsOf, OnThisPhone } from './phone-views.tsx'
import type { Place } from './place.ts'
import { PlaceCard } from './place-views.tsx'
import { type ProgressStep, progressOf, whyNoCase } from './progress.ts'
import { RenewalPanel } from './renewal-views.tsx'
import { className } from './spoken.ts'
import { currentInvoice, lastNews, type VisitFacts } from './visit-facts.ts'
import { words } from './words.ts'

type VisitProps = {
  lang: Lang
  facts: VisitFacts
  /** Where their ticket stands, while it does. */
  place?: Place | undefined
  /** The page's own address, under which its documents lie. */
  at: string
  now: Date
}

/** Everything of one visit that its patient may see, what waits for them first. */
export function VisitView({ lang, facts, place, at, now }: VisitProps) {
  const steps = progressOf(facts)
  const noCase = whyNoCase(facts)
  const unpaid = currentInvoice(facts)?.state === 'issued'
  return (
    <article class="visit">
      <PageHead lang={lang} title={words.title} lead={<Whose lang={lang} facts={facts} />} />
      <AsOf lang={lang} />
      <LivePart id="place" polite>
        {place && <PlaceCard lang={lang} place={place} />}
      </LivePart>
      <LivePart id="glance" polite>
        <GlanceCard lang={lang} facts={facts} steps={steps} at={at} now={now} />
      </LivePart>
      <LivePart id="visit">
        <div class="visit-parts">
          {unpaid && <BillPanel lang={lang} facts={facts} at={at} />}
          <ResultPanel lang={lang} facts={facts} at={at} />
          {facts.renewalCase && <RenewalPanel lang={lang} held={facts.renewalCase} />}
          <Panel lang={lang} title={words.steps}>
            <Steps lang={lang} label={words.steps} steps={steps} />
            {noCase && <p class="visit-hint">{say(noCase, lang)}</p>}
          </Panel>
          {!unpaid && <BillPanel lang={lang} facts={facts} at={at} />}
        </div>
      </LivePart>
      <OwnData lang={lang} at={at} />
      <OnThisPhone lang={lang} />
      <VisitFoot lang={lang} facts={facts} />
    </article>
  )
}

function Whose({ lang, facts }: { lang: Lang; facts: VisitFacts }) {
  const { patient, exam, startedAt } = facts
  const date = dateText(calendarDateOf(startedAt), lang)
  const kind = exam && className(exam, lang)
  return (
    <>
      <strong class="visit-name">{patient.name}</strong>
      <span>{[say(words.lead, lang, { date }), kind].filter(Boolean).join(' · ')}</span>
    </>
  )
}

type GlanceProps = {
  lang: Lang
  facts: VisitFacts
  steps: readonly ProgressStep[]
  at: string
  now: Date
}

/** Where I am, what comes next, and how fresh that is. */
function GlanceCard({ lang, facts, steps, at, now }: GlanceProps) {
  const { tone, title, next } = glanceOf(facts)
  const done = steps.filter(({ state }) => state === 'complete').length
  return (
    <section class={`glance glance-${tone}`} aria-labelledby="glance-title">
      <p class="glance-count">
        <span class="glance-bar" aria-hidden="true">
          {steps.map(({ state }) => (
            <span class={`glance-${state}`} />
          ))}
        </span>
        {say(words.stepsDone, lang, { done, all: steps.length })}
      </p>
      <h2 class="glance-title" id="glance-title">
        {say(title, lang)}
      </h2>
      <ul class="glance-next">
        {next.map((each) => (
          <NextLine lang={lang} next={each} at={at} />
        ))}
      </ul>
      <Since lang={lang} at={lastNews(facts)} now={now} />
    </section>
  )
}

function NextLine({ lang, next, at = '' }: { lang: Lang; next: Next; at?: string }) {
  const href = next.to?.startsWith('/') ? `${at}${next.to}` : next.to
  const text = say(next.text, lang, next.date && { date: dateText(next.date, lang) })
  return (
    <li>
      <Icon name="right" />
      {href ? <a href={href}>{text}</a> : <span>{text}</span>}
    </li>
  )
}

/** portal.js keeps the age true while the page lies open. */
function Since({ lang, at, now }: { lang: Lang; at: Date; now: Date }) {
  const today = calendarDateOf(at) === calendarDateOf(now)
  const when = today ? clockTimeOf(at) : instantText(at, lang)
  return (
    <p class="glance-since">
      <time datetime={at.toISOString()}>{say(words.since, lang, { when })}</time>
      {' · '}
      <span data-ago={at.toISOString()} data-words={say(words.ago, lang)}>
        {say(words.ago, lang, { time: say(ageText(at, now), lang) })}
      </span>
    </p>
  )
}

/** What the patient may know and decide about their data. */
function OwnData({ lang, at }: { lang: Lang; at: string }) {
  return (
    <nav class="visit-own" aria-label={say(words.ownData, lang)}>
      <a href={`${at}/consents`}>
        <Icon name="pen" />
        {say(words.ownConsents, lang)}
      </a>
      <a href={`${at}/looked`}>
        <Icon name="log" />
        {say(words.ownLooked, lang)}
      </a>
    </nav>
  )
}

function VisitFoot({ lang, facts }: { lang: Lang; facts: VisitFacts }) {
  const { facility, linkExpiresAt } = facts
  const date = dateText(calendarDateOf(linkExpiresAt), lang)
  return (
    <footer class="visit-foot">
      <div>
        <p>
          <strong>{say(words.ask, lang)}</strong> {say(words.askDesk, lang)}, {facility.name},{' '}
          {facility.address}.
        </p>
        {facility.phone && <CallLink lang={lang} phone={facility.phone} />}
      </div>
      <p>
        {say(words.live, lang)} {say(words.linkUntil, lang, { date })}
      </p>
    </footer>
  )
}

function CallLink({ lang, phone }: { lang: Lang; phone: string }) {
  return (
    <a class="visit-call" href={`tel:${phone.replace(/\s/g, '')}`}>
      <Icon name="call" />
      {say(words.call, lang, { phone: phone.replace(/\s/g, '\u00a0') })}
    </a>
  )
}

/** What a link that opens nothing shows: the same whether it is old, replaced or made up. */
export function GoneView({ lang, phone }: { lang: Lang; phone?: string | undefined }) {
  return (
    <article class="visit">
      <PageHead lang={lang} title={words.goneTitle} lead={say(words.goneLead, lang)} />
      <section class="glance glance-info">
        <p>{say(words.goneSafe, lang)}</p>
        <ul class="glance-next">
          <NextLine lang={lang} next={{ text: words.goneTodo }} />
        </ul>
        {phone && <CallLink lang={lang} phone={phone} />}
      </section>
    </article>
  )
}
