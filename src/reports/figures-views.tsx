import type { Child } from 'hono/jsx'
import type { CalendarDate } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Form } from '../web/pieces/form.tsx'
import { PageHead, Stack } from '../web/pieces/panel.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import { figureWords as words } from './figure-words.ts'
import { Summary } from './figures-summary-views.tsx'
import type { SectionWait, Stay } from './flow.ts'
import { FlowPanel, SectionsPanel, WaitsPanel } from './flow-views.tsx'
import { ClassesPanel, ReasonsPanel } from './outcome-views.tsx'
import type { Outcomes } from './outcomes.ts'
import { isOneDay, type Period, periodNames } from './period.ts'
import type { TakenColumn } from './takings.ts'
import { TakingsPanel } from './takings-views.tsx'
import type { Timeliness } from './timeliness.ts'
import { CompletionPanel, HandedInPanel, TransmissionsPanel } from './timeliness-views.tsx'
import type { Waits } from './waits.ts'

export type FiguresProps = {
  lang: Lang
  today: CalendarDate
  now: Date
  /** Absent when what was asked for is no period. */
  period: Period | undefined
  asked: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  flow?: { stays: readonly Stay[]; waits: Waits; sections: readonly SectionWait[] } | undefined
  outcomes?: Outcomes | undefined
  takings?: readonly TakenColumn[] | undefined
  timeliness?: Timeliness | undefined
}

/** Everything that the reader may see of a period, subject by subject. */
export function FiguresView(props: FiguresProps) {
  const { lang, period } = props
  return (
    <>
      <PageHead lang={lang} title={words.figures} lead={leadOf(period, lang)} />
      <Stack>
        <PeriodPicker {...props} />
        {period && <Parts {...props} period={period} />}
      </Stack>
    </>
  )
}

function leadOf(period: Period | undefined, lang: Lang): string {
  if (!period) return say(words.leadRefused, lang)
  const days = { from: dateText(period.from, lang), to: dateText(period.to, lang) }
  return say(isOneDay(period) ? words.leadDay : words.lead, lang, days)
}

function PeriodPicker({ lang, period, asked, errors }: FiguresProps) {
  const custom = period === undefined || period.name === 'custom'
  return (
    <div class="figure-period">
      <Tabs
        lang={lang}
        label={words.period}
        tabs={periodNames.map((name) => ({
          href: `/figures?period=${name}`,
          label: words[name],
          current: period?.name === name,
        }))}
      />
      <details class="figure-custom" open={custom}>
        <summary>{say(words.custom, lang)}</summary>
        <Form
          lang={lang}
          method="get"
          action="/figures"
          class="figure-days-form"
          label={words.custom}
        >
          <DateField
            lang={lang}
            name="from"
            label={words.fromDay}
            value={asked.from ?? period?.from}
            error={errorFor(errors, 'from')}
          />
          <DateField
            lang={lang}
            name="to"
            label={words.toDay}
            value={asked.to ?? period?.to}
            error={errorFor(errors, 'to')}
          />
          <Button lang={lang} variant="secondary">
            {say(words.show, lang)}
          </Button>
        </Form>
      </details>
    </div>
  )
}

function Parts(props: FiguresProps & { period: Period }) {
  const { lang, flow, outcomes, takings, timeliness, ...rest } = props
  const shown = { lang, ...rest }
  return (
    <>
      <Summary {...props} />
      {flow && <FlowPart {...shown} flow={flow} />}
      {takings && (
        <Part lang={lang} title={words.moneyPart}>
          <Whole>
            <TakingsPanel {...shown} takings={takings} />
          </Whole>
        </Part>
      )}
      {outcomes && (
        <Part lang={lang} title={words.outcomePart}>
          <ClassesPanel {...shown} outcomes={outcomes} />
          <ReasonsPanel {...shown} outcomes={outcomes} />
        </Part>
      )}
      {timeliness && (
        <Part lang={lang} title={words.renewalPart}>
          <HandedInPanel {...shown} timeliness={timeliness} />
          <TransmissionsPanel {...shown} timeliness={timeliness} />
          <Whole>
            <CompletionPanel {...shown} timeliness={timeliness} />
          </Whole>
        </Part>
      )}
    </>
  )
}

type FlowPartProps = Omit<FiguresProps, 'flow'> & {
  period: Period
  flow: NonNullable<FiguresProps['flow']>
}

/** Over one day there is one wait, and the day's course says it. */
function FlowPart({ flow, ...shown }: FlowPartProps) {
  return (
    <Part lang={shown.lang} title={words.flowPart}>
      {isOneDay(shown.period) ? (
        <Whole>
          <FlowPanel {...shown} stays={flow.stays} />
        </Whole>
      ) : (
        <>
          <FlowPanel {...shown} stays={flow.stays} />
          <WaitsPanel {...shown} waits={flow.waits} />
        </>
      )}
      <Whole>
        <SectionsPanel {...shown} waits={flow.sections} />
      </Whole>
    </Part>
  )
}

function Part(props: { lang: Lang; title: Text; children?: Child }) {
  return (
    <section class="figure-part">
      <h2>{say(props.title, props.lang)}</h2>
      {props.children}
    </section>
  )
}

/** As wide as two beside one another. */
function Whole(props: { children?: Child }) {
  return <div class="figure-whole">{props.children}</div>
}
