import type { Child } from 'hono/jsx'
import { calendarDateOf } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { InstantText } from '../web/pieces/date-text.tsx'
import { Icon, type IconName } from '../web/pieces/icon.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { type Exam, findingsOf, type RecordedSection, requiredSections } from './exam.ts'
import { sortedFindings } from './finding.ts'
import type { Section } from './findings.ts'
import { FindingsList, findingName, findingText } from './findings-views.tsx'
import type { Assessment } from './fitness.ts'
import { headlineOf } from './headline.ts'
import { pageWords, sectionStateNames } from './page-words.ts'
import { sectionNames } from './words.ts'

type OverviewProps = {
  lang: Lang
  exam: Exam
  assessment: Assessment
  /** The sections whose content this reader may see. */
  visible: ReadonlySet<Section>
  /** What may be done with a section, at the end of its row. */
  action?: ((section: Section) => Child) | undefined
}

const marks: Record<'empty' | RecordedSection['state'], IconName> = {
  empty: 'dot',
  draft: 'pen',
  signed: 'check',
}

/** Every section in a row: how far, what is unusual, by whom; the rest of it folded. */
export function SectionsOverview(props: OverviewProps) {
  const { lang } = props
  return (
    <Panel lang={lang} title={pageWords.sections} flush>
      <SectionRows {...props} anchors />
    </Panel>
  )
}

/** The rows alone; `anchors` where the page holds one exam and leads to its sections. */
export function SectionRows(props: OverviewProps & { anchors?: boolean }) {
  return (
    <ul class="overview">
      {requiredSections(props.exam).map((section) => (
        <OverviewRow {...props} section={section} />
      ))}
    </ul>
  )
}

function OverviewRow(props: OverviewProps & { section: Section; anchors?: boolean }) {
  const { lang, exam, section, visible } = props
  const recorded = exam.sections[section]
  const state = recorded?.state ?? 'empty'
  return (
    <li
      class={`overview-row overview-${state}`}
      id={props.anchors ? `section-${section}` : undefined}
    >
      <h3 class="overview-name">
        <Icon name={marks[state]} />
        {say(sectionNames[section], lang)}
      </h3>
      <div class="overview-what">
        {recorded && visible.has(section) && <Content {...props} recorded={recorded} />}
      </div>
      <p class="overview-who">
        <span class="overview-state">{say(sectionStateNames[state], lang)}</span>
        {recorded && (
          <>
            {' · '}
            {recorded.by}
            {', '}
            <InstantText lang={lang} at={recorded.at} show={shownWhen(exam, recorded.at)} />
          </>
        )}
      </p>
      <div class="overview-act">{props.action?.(section)}</div>
    </li>
  )
}

/** The day is said where it is not the day of the exam. */
function shownWhen(exam: Exam, at: Date): 'time' | 'both' {
  return calendarDateOf(at) === calendarDateOf(exam.createdAt) ? 'time' : 'both'
}

function Content(props: OverviewProps & { section: Section; recorded: RecordedSection }) {
  const { lang, exam, section, assessment, recorded } = props
  const { remarkable } = sortedFindings(section, recorded.findings)
  const against = assessment.disqualifications.filter((each) => each.section === section)
  const cautions = assessment.warnings.filter((each) => each.section === section)
  const headline = headlineOf(section, findingsOf(exam))
  const quiet = against.length + cautions.length + remarkable.length === 0
  return (
    <>
      {against.map(({ message }) => (
        <p class="overview-line overview-bad">
          <Icon name="cross" />
          {say(message, lang)}
        </p>
      ))}
      {cautions.map(({ message }) => (
        <p class="overview-line overview-warn">
          <Icon name="alert" />
          {say(message, lang)}
        </p>
      ))}
      {remarkable.map((finding) => (
        <p class="overview-line overview-noted">
          <span class="overview-asked">{findingName(lang, section, finding)}:</span>{' '}
          <strong>{findingText(lang, finding)}</strong>
        </p>
      ))}
      <details class="overview-fold">
        <summary class="overview-fold-name">
          <span class="unseen">{say(sectionNames[section], lang)}: </span>
          {quiet && say(pageWords.nothingUnusual, lang)}
          {quiet && headline && ' · '}
          {headline && say(headline, lang)}
          {!quiet && !headline && say(pageWords.details, lang)}
        </summary>
        <FindingsList lang={lang} section={section} findings={recorded.findings} />
      </details>
    </>
  )
}
