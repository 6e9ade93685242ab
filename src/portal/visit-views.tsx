import { calendarDateOf } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { DateText, dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { Steps } from '../web/pieces/steps.tsx'
import { Timeline } from '../web/pieces/timeline.tsx'
import { BillPanel } from './bill-views.tsx'
import { caseText, nextStep, progressOf, whyNoCase } from './progress.ts'
import { caseStepWords, holdTexts } from './step-words.ts'
import {
  type CaseFacts,
  certificateReleased,
  currentInvoice,
  type ExamFacts,
  type VisitFacts,
} from './visit-facts.ts'
import { outcomeWords, words } from './words.ts'

type VisitProps = {
  lang: Lang
  facts: VisitFacts
  /** The page's own address, under which its documents lie. */
  at: string
}

/** Everything of one visit that its patient may see, what waits for them first. */
export function VisitView({ lang, facts, at }: VisitProps) {
  const steps = progressOf(facts)
  const next = nextStep(steps)
  const noCase = whyNoCase(facts)
  const unpaid = currentInvoice(facts)?.state === 'issued'
  return (
    <article class="visit">
      <PageHead lang={lang} title={words.title} lead={leadOf(facts, lang)} />
      <LivePart id="visit">
        <div class="visit-parts">
          {next && next.key !== 'bill' && (
            <Panel lang={lang} title={words.now} marked>
              <p class="visit-next">
                <strong>{say(next.label, lang)}</strong>
                <span>{say(next.reason, lang)}</span>
              </p>
            </Panel>
          )}
          {unpaid && <BillPanel lang={lang} facts={facts} at={at} />}
          {facts.exam?.conclusion && <OutcomePanel lang={lang} facts={facts} at={at} />}
          <Panel lang={lang} title={words.steps}>
            <Steps lang={lang} label={words.steps} steps={steps} />
            {noCase && <p class="visit-hint">{say(noCase, lang)}</p>}
          </Panel>
          {facts.renewalCase && <RenewalPanel lang={lang} held={facts.renewalCase} />}
          {!unpaid && <BillPanel lang={lang} facts={facts} at={at} />}
        </div>
      </LivePart>
      <VisitFoot lang={lang} facts={facts} />
    </article>
  )
}

function leadOf({ patient, exam, startedAt }: VisitFacts, lang: Lang): string {
  const date = dateText(calendarDateOf(startedAt), lang)
  const lead = say(words.lead, lang, { name: patient.name, date })
  return exam ? `${lead} · ${className(exam, lang)}` : lead
}

function className({ licenceClass }: ExamFacts, lang: Lang): string {
  return licenceClass === 'XMCD'
    ? say(words.specialMachinery, lang)
    : say(words.forClass, lang, { class: licenceClass })
}

function OutcomePanel({ lang, facts, at }: VisitProps) {
  const { exam } = facts
  if (!exam?.conclusion) return null
  const { outcome, reason, reexamineOn } = exam.conclusion
  const { certificate } = exam
  const tone = { fit: 'good', unfit: 'bad', 'fit-subject-to-review': 'warn' }[outcome]
  return (
    <Panel lang={lang} title={words.outcome}>
      <p class={`visit-outcome visit-outcome-${tone}`}>
        {say(outcomeWords[outcome], lang, { class: className(exam, lang) })}
      </p>
      <DefinitionList
        lang={lang}
        items={[
          reason !== undefined && { term: words.reason, value: reason },
          reexamineOn && {
            term: words.reexamineOn,
            value: <DateText lang={lang} date={reexamineOn} />,
          },
          certificate && {
            term: words.certificateNumber,
            value: <span class="visit-number">{certificate.number}</span>,
          },
          certificate && {
            term: words.validUntil,
            value: <DateText lang={lang} date={certificate.validUntil} />,
          },
        ]}
      />
      <CertificateLinks lang={lang} facts={facts} at={at} />
    </Panel>
  )
}

function CertificateLinks({ lang, facts, at }: VisitProps) {
  const certificate = facts.exam?.certificate
  if (!certificate || certificate.revokedOn) return null
  if (!certificateReleased(facts)) return <p>{say(words.certificateHeld, lang)}</p>
  return (
    <p class="visit-links">
      <LinkButton variant="primary" icon="download" href={`${at}/certificate.pdf`} newTab wide>
        {say(words.certificatePdf, lang)}
      </LinkButton>
      <LinkButton icon="shield" href={`/verify/${certificate.verifyCode}`} newTab wide>
        {say(words.verifyLink, lang)}
      </LinkButton>
    </p>
  )
}

function RenewalPanel({ lang, held }: { lang: Lang; held: CaseFacts }) {
  return (
    <Panel
      lang={lang}
      title={words.renewal}
      aside={<StatusBadge lang={lang} state={held.state} label={caseStepWords[held.state]} />}
    >
      <p>{say(caseText(held), lang)}</p>
      {held.dossierCode && (
        <DefinitionList
          lang={lang}
          items={[
            {
              term: words.dossierCode,
              value: <strong class="visit-code">{held.dossierCode}</strong>,
            },
          ]}
        />
      )}
      <Timeline
        lang={lang}
        label={words.history}
        items={held.history.toReversed().map(({ state, at, reason }) => ({
          at,
          title: caseStepWords[state],
          detail: detailOf(reason, lang),
        }))}
      />
    </Panel>
  )
}

/** A step's reason is a code of ours or a sentence of the authority's. */
function detailOf(reason: string | undefined, lang: Lang): string | undefined {
  if (reason === undefined) return undefined
  return reason in holdTexts ? holdTexts[reason as keyof typeof holdTexts][lang] : reason
}

function VisitFoot({ lang, facts }: { lang: Lang; facts: VisitFacts }) {
  const { facility, linkExpiresAt } = facts
  const date = dateText(calendarDateOf(linkExpiresAt), lang)
  return (
    <footer class="visit-foot">
      <p>{say(words.live, lang)}</p>
      <p>{say(words.linkUntil, lang, { date })}</p>
      <p>
        <strong>{say(words.ask, lang)}</strong> {say(words.askDesk, lang)}, {facility.name},{' '}
        {facility.address}.{' '}
        {facility.phone && (
          <a href={`tel:${facility.phone.replace(/\s/g, '')}`}>
            {say(words.call, lang, { phone: facility.phone.replace(/\s/g, '\u00a0') })}
          </a>
        )}
      </p>
    </footer>
  )
}

/** What a link that opens nothing shows: the same whether it is old, replaced or made up. */
export function GoneView({ lang, phone }: { lang: Lang; phone?: string | undefined }) {
  return (
    <article class="visit">
      <PageHead lang={lang} title={words.goneTitle} lead={say(words.goneLead, lang)} />
      <p>{say(words.goneTodo, lang)}</p>
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/\s/g, '')}`}>{say(words.goneCall, lang, { phone })}</a>
        </p>
      )}
    </article>
  )
}
