import type { Child } from 'hono/jsx'
import { type Lang, say } from '../core/text.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { fieldLabel } from './fields/section-fields.ts'
import type { Section } from './findings.ts'
import type { Assessment, Disqualification, MissingProperty } from './fitness.ts'
import { assessmentNames, pageWords, verificationNames } from './page-words.ts'
import { sectionNames } from './words.ts'

type AssessmentProps = {
  lang: Lang
  examId: string
  assessment: Assessment
  /** The sections whose forms the reader may open; the others are shown where they stand. */
  own: ReadonlySet<Section>
  /** The section whose form stands beside it: its fields are on this very page. */
  here?: Section | undefined
  /** Not held where its neighbour has to scroll with it. */
  still?: boolean | undefined
  children?: Child
}

/** What the rules say; renewed by exam.js while the doctor types. */
export function AssessmentPanel(props: AssessmentProps) {
  const { lang, assessment } = props
  const { outcome, disqualifications, warnings, missing } = assessment
  return (
    <Panel
      lang={lang}
      sticky={!props.still}
      title={pageWords.assessment}
      aside={
        <StatusBadge
          lang={lang}
          state={outcome === 'incomplete' ? 'incomplete' : outcome}
          label={assessmentNames[outcome]}
        />
      }
      footer={
        <a class="assessment-source" href="/standards">
          {assessment.standard.legalReference}
        </a>
      }
    >
      {disqualifications.length > 0 && (
        <Notice lang={lang} kind="error" title={pageWords.disqualified}>
          <ul class="reasons">
            {disqualifications.map((item) => (
              <Reason lang={lang} item={item} />
            ))}
          </ul>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice lang={lang} kind="warn" title={pageWords.cautions}>
          <ul class="reasons">
            {warnings.map(({ message }) => (
              <li>{say(message, lang)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {outcome === 'fit' && <p>{say(pageWords.nothingAgainst, lang)}</p>}
      {props.children}
      {missing.length > 0 && <MissingList {...props} missing={missing} />}
    </Panel>
  )
}

function Reason({ lang, item }: { lang: Lang; item: Disqualification }) {
  return (
    <li>
      {say(item.message, lang)}
      <span class="reason-source">
        {item.legalReference} · {say(verificationNames[item.verified], lang)}
      </span>
    </li>
  )
}

type MissingProps = Pick<AssessmentProps, 'lang' | 'examId' | 'own' | 'here'> & {
  missing: readonly MissingProperty[]
}

/** What is still to be answered, each leading to its field. */
export function MissingList({ missing, ...props }: MissingProps) {
  const { lang, here } = props
  const named = new Map<Section, MissingProperty[]>()
  for (const item of missing) named.set(item.section, [...(named.get(item.section) ?? []), item])
  return (
    <div class="missing">
      <h3>{say(pageWords.missing, lang)}</h3>
      <ul>
        {[...named].map(([section, items]) => (
          <li>
            <MissingOf {...props} section={section} items={inFull(section, items, here)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type MissingOfProps = Omit<MissingProps, 'missing'> & {
  section: Section
  items: readonly MissingProperty[]
}

function MissingOf({ lang, section, items, ...where }: MissingOfProps) {
  const name = say(sectionNames[section], lang)
  if (items.every(({ property }) => property === '*')) {
    return <a href={linkTo(where, section, '*')}>{name}</a>
  }
  return (
    <>
      <span class="missing-section">{name}: </span>
      {items.map(({ property }, index) => (
        <>
          {index > 0 && ', '}
          <a href={linkTo(where, section, property)}>{nameOf(lang, section, property)}</a>
        </>
      ))}
    </>
  )
}

/** Beside one section's form the others are named only, not spelt out. */
function inFull(
  section: Section,
  items: readonly MissingProperty[],
  here: Section | undefined,
): readonly MissingProperty[] {
  return here === undefined || here === section ? items : [{ section, property: '*' }]
}

type Where = Pick<MissingProps, 'examId' | 'own' | 'here'>

function linkTo({ examId, own, here }: Where, section: Section, property: string): string {
  const field = property === '*' ? '' : `#f-${property.replace(/[^\w-]+/g, '-')}`
  if (section === here) return field || '#main'
  if (!own.has(section)) return `/exams/${examId}#section-${section}`
  return `/exams/${examId}/sections/${section}${field}`
}

function nameOf(lang: Lang, section: Section, property: string): string {
  const label = fieldLabel(section, property)
  return label ? say(label, lang) : property
}
