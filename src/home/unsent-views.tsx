import type { PriceRow } from '../billing/price.ts'
import { type Lang, say } from '../core/text.ts'
import { onTheCard } from '../patients/card-words.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { UnsentRights } from './unsent.ts'
import { DiscardDialog, EntryTemplate } from './unsent-entry-views.tsx'
import { VisitFields } from './unsent-form-views.tsx'
import { unsentWords as words } from './unsent-words.ts'

export type UnsentProps = {
  lang: Lang
  rights: UnsentRights
  prices: readonly PriceRow[]
  sessionHours: number
  once: string
}

/** The desk that works without the server, and what it has not sent yet. */
export function UnsentView(props: UnsentProps) {
  const { lang, rights } = props
  return (
    <div class="stack" data-desk data-session-hours={props.sessionHours} {...spoken(lang)}>
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      <Stack>
        <div data-away hidden>
          <Notice lang={lang} kind="warn" title={words.away}>
            {say(words.awayText, lang)}
          </Notice>
        </div>
        <div data-signed-out hidden>
          <Notice lang={lang} kind="warn" title={words.signedOut}>
            <p>{say(words.signedOutText, lang)}</p>
            <LinkButton href="/sign-in?return=%2Funsent" small>
              {say(words.signIn, lang)}
            </LinkButton>
          </Notice>
        </div>
        <noscript>
          <Notice lang={lang} kind="error">
            {say(words.needsScript, lang)}
          </Notice>
        </noscript>
        <p class="soft" data-others hidden />
        {rights.register || rights.bill ? (
          <Columns main={<VisitPanel {...props} />} side={<ListPanel lang={lang} />} wideSide />
        ) : (
          <Notice lang={lang}>{say(words.noDesk, lang)}</Notice>
        )}
      </Stack>
    </div>
  )
}

/** What the page's script says; it holds no words of its own. */
function spoken(lang: Lang): Record<string, string> {
  const said = {
    'kept-here': words.keptHere,
    'gone-out': words.goneOut,
    'no-card': words.noCard,
    others: words.others,
    'name-missing': words.nameMissing,
    'date-wrong': words.dateWrong,
    'sex-missing': words.sexMissing,
    'number-wrong': words.numberWrong,
    'class-missing': words.classMissing,
    'purpose-missing': words.purposeMissing,
    'held-incomplete': words.heldIncomplete,
    'consent-missing': words.consentMissing,
    'bill-nothing': words.billNothing,
    billed: words.bill,
  }
  const attributes = Object.entries(said).map(([name, text]) => [`data-${name}`, say(text, lang)])
  return { ...Object.fromEntries(attributes), 'data-female': onTheCard.female.toLowerCase() }
}

function VisitPanel(props: UnsentProps) {
  const { lang, rights } = props
  return (
    <Panel lang={lang}>
      <Stack>
        {rights.register && <ScanForm {...props} />}
        <p role="status" class="unsent-said" data-said />
        <div class="error-summary unsent-faults" role="alert" tabindex={-1} data-faults hidden>
          <h2>{say(words.faults, lang)}</h2>
          <ul />
        </div>
        <Form lang={lang} action="/unsent" once={props.once} id="visit">
          <VisitFields {...props} />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.keep, lang)}
            </Button>
            <span data-editing hidden>
              {say(words.editing, lang)}{' '}
              <Button lang={lang} type="button" variant="quiet" use="stop-editing">
                {say(words.stopEditing, lang)}
              </Button>
            </span>
          </FormActions>
        </Form>
      </Stack>
    </Panel>
  )
}

function ScanForm({ lang, once }: UnsentProps) {
  return (
    <Form
      lang={lang}
      action="/unsent"
      once={`${once}-scan`}
      id="scan"
      class="search-line"
      label={words.scan}
    >
      <Field
        lang={lang}
        name="identityCardQr"
        label={words.scan}
        hint={words.scanHint}
        maxLength={2000}
        spellcheck={false}
        size="full"
        use="scan-field"
        autofocus
      />
      <div class="search-acts">
        <Button lang={lang} icon="qr">
          {say(words.fillIn, lang)}
        </Button>
      </div>
    </Form>
  )
}

function ListPanel({ lang }: { lang: Lang }) {
  return (
    <Panel lang={lang} title={words.list}>
      <div data-none>
        <EmptyState lang={lang} icon="check" title={words.none} text={words.noneText} />
      </div>
      <ul class="unsent-list" data-entries aria-live="polite" />
      <EntryTemplate lang={lang} />
      <DiscardDialog lang={lang} />
    </Panel>
  )
}
