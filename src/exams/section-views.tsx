import type { Child } from 'hono/jsx'
import type { Actor } from '../core/actor.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Kbd } from '../web/pieces/kbd.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AssessmentPanel } from './assessment-views.tsx'
import type { Exam } from './exam.ts'
import { FieldGroups } from './field-views.tsx'
import type { SectionField } from './fields/field.ts'
import type { Section } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { IdentityMark } from './identity-mark-views.tsx'
import type { Mark } from './mark.ts'
import { MarkList } from './mark-views.tsx'
import { pageWords, sectionStateNames } from './page-words.ts'
import { PersonLine } from './person-line.tsx'
import { SectionStrip } from './section-strip-views.tsx'
import { sectionWords } from './section-words.ts'
import type { Typed } from './typed-section.ts'
import { sectionNames } from './words.ts'

export type SectionPageProps = {
  lang: Lang
  actor: Actor
  exam: Exam
  person: { name: string; birthDate: string }
  unverified: boolean
  section: Section
  fields: { asked: readonly SectionField[]; further: readonly SectionField[] }
  typed: Typed
  assessment: Assessment
  marks: readonly Mark[]
  once: string
  /** When the section was recorded as this page shows it; empty while it was not. */
  seen: string
  maySign: boolean
  own: ReadonlySet<Section>
  notice?: { kind: 'info' | 'warn' | 'error'; text: Text } | undefined
  /** What "all normal" has just filled in, to be taken back. */
  filled?: readonly string[] | undefined
  draftAt?: Date | undefined
  errors?: readonly FieldError[] | undefined
}

const FORM = 'section-form'

/** One specialty's form, what the rules say of it beside. */
export function SectionView(props: SectionPageProps) {
  const { lang, actor, exam, section } = props
  const state = exam.sections[section]?.state ?? 'empty'
  return (
    <>
      <PageHead
        lang={lang}
        title={sectionNames[section]}
        back={{ href: `/exams/${exam.id}`, label: pageWords.backToExam }}
        lead={<PersonLine lang={lang} exam={exam} person={props.person} />}
        badge={<StatusBadge lang={lang} state={state} label={sectionStateNames[state]} />}
      />
      <SectionStrip {...{ lang, actor, exam }} here={section} />
      <Columns
        main={
          <Stack tight>
            <ErrorSummary lang={lang} errors={props.errors} labels={labelsOf(props)} />
            <IdentityMark {...props} />
            <Notices {...props} />
            <SectionForm {...props} />
          </Stack>
        }
        side={
          <div id="assessment" aria-live="polite">
            <AssessmentBeside {...props} />
          </div>
        }
      />
    </>
  )
}

type BesideProps = Pick<
  SectionPageProps,
  'lang' | 'exam' | 'assessment' | 'own' | 'section' | 'marks'
>

/** The panel beside the form, and for exam.js where its sentences belong in it. */
export function AssessmentBeside({ lang, exam, assessment, own, section, marks }: BesideProps) {
  return (
    <>
      <AssessmentPanel {...{ lang, assessment, own }} examId={exam.id} here={section} />
      <MarkList lang={lang} marks={marks} />
    </>
  )
}

function labelsOf({ section, fields }: SectionPageProps): Record<string, Text> {
  const labels = [...fields.asked, ...fields.further].map(({ name, label }) => [name, label])
  return Object.fromEntries([...labels, ['', sectionNames[section]]])
}

function Notices({ lang, exam, section, notice, filled, draftAt }: SectionPageProps) {
  const path = `/exams/${exam.id}/sections/${section}`
  const recorded = exam.sections[section]
  return (
    <>
      {recorded?.byPatient && (
        <Notice lang={lang}>
          {say(sectionWords.byPatient, lang, { at: instantText(recorded.at, lang) })}
        </Notice>
      )}
      {notice && (
        <Notice lang={lang} kind={notice.kind} alert>
          {say(notice.text, lang)}
          {filled && filled.length > 0 && (
            <Button
              lang={lang}
              variant="quiet"
              small
              icon="undo"
              form={FORM}
              formaction={`${path}/normal/undo`}
            >
              {say(sectionWords.takeBack, lang)}
            </Button>
          )}
        </Notice>
      )}
      {draftAt && (
        <Notice lang={lang}>
          {say(sectionWords.draftBack, lang, { at: instantText(draftAt, lang) })}
          <Form lang={lang} action={`${path}/draft/discard`} class="exam-inline">
            <Button lang={lang} variant="quiet" small>
              {say(sectionWords.discardDraft, lang)}
            </Button>
          </Form>
        </Notice>
      )}
    </>
  )
}

function SectionForm(props: SectionPageProps) {
  const { lang, exam, section, fields } = props
  const path = `/exams/${exam.id}/sections/${section}`
  return (
    <div
      class="exam-form"
      data-assess={`${path}/assessment`}
      data-draft={`${path}/draft`}
      data-kept={say(sectionWords.draftKept, lang)}
      data-lost={say(sectionWords.draftLost, lang)}
    >
      <Form
        lang={lang}
        id={FORM}
        action={path}
        once={props.once}
        keepSent={`section:${exam.id}:${section}`}
      >
        <input type="hidden" name="seen" value={props.seen} />
        {props.filled && <input type="hidden" name="filled" value={props.filled.join(' ')} />}
        <Panel lang={lang}>
          <FieldGroups {...props} fields={fields.asked} />
          {fields.further.length > 0 && (
            <details class="further" id="further" open={furtherHas(props)}>
              <summary>{say(sectionWords.further, lang, { count: fields.further.length })}</summary>
              <FieldGroups {...props} fields={fields.further} />
            </details>
          )}
        </Panel>
        <FormActions sticky>
          <Actions {...props} path={path} />
        </FormActions>
      </Form>
    </div>
  )
}

/** Open when something in it is answered or wrong: nothing typed is ever out of sight. */
function furtherHas({ fields, typed, errors }: SectionPageProps): boolean {
  return fields.further.some(
    ({ name }) =>
      typed[name]?.trim() ||
      errors?.some(({ pointer }) => pointer === `/${name.replaceAll('.', '/')}`),
  )
}

/** The first is what Enter in a field does: it saves or signs, and never fills in. */
function Actions({ lang, maySign, path }: SectionPageProps & { path: string }): Child {
  return (
    <>
      {maySign ? (
        <>
          <Button lang={lang} variant="primary" name="act" value="sign" use="sign">
            {say(sectionWords.sign, lang)}
            <ButtonKey keys={['Ctrl', 'Enter']} />
          </Button>
          <Button lang={lang} name="act" value="save">
            {say(sectionWords.save, lang)}
          </Button>
        </>
      ) : (
        <Button lang={lang} variant="primary" name="act" value="save" use="sign">
          {say(sectionWords.record, lang)}
          <ButtonKey keys={['Ctrl', 'Enter']} />
        </Button>
      )}
      <Button lang={lang} variant="quiet" formaction={`${path}/normal`} use="normal">
        {say(sectionWords.allNormal, lang)}
        <ButtonKey keys={['Alt', 'N']} />
      </Button>
      <p class="draft-state" id="draft-state" role="status" />
      <FormKeys lang={lang} />
    </>
  )
}

function FormKeys({ lang }: { lang: Lang }) {
  const keys = [
    ['Enter', sectionWords.keyNext],
    ['1–9', sectionWords.keyChoose],
  ] as const
  return (
    <ul class="form-keys" aria-label={say(sectionWords.keys, lang)}>
      {keys.map(([key, text]) => (
        <li>
          <Kbd>{key}</Kbd> {say(text, lang)}
        </li>
      ))}
    </ul>
  )
}

/** Seen only: a reader that speaks has the button's name. */
function ButtonKey({ keys }: { keys: readonly string[] }) {
  return (
    <span class="button-key" aria-hidden="true">
      {keys.map((key) => (
        <Kbd>{key}</Kbd>
      ))}
    </span>
  )
}
