import type { Child } from 'hono/jsx'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AssessmentPanel } from './assessment-views.tsx'
import type { Exam } from './exam.ts'
import { FieldGroups } from './field-views.tsx'
import type { SectionField } from './fields/field.ts'
import type { Section } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { pageWords, sectionStateNames } from './page-words.ts'
import { PersonLine } from './person-line.tsx'
import type { Typed } from './typed-section.ts'
import { sectionNames } from './words.ts'

export type SectionPageProps = {
  lang: Lang
  exam: Exam
  person: { name: string; birthDate: string }
  section: Section
  fields: { asked: readonly SectionField[]; further: readonly SectionField[] }
  typed: Typed
  assessment: Assessment
  once: string
  /** When the section was recorded as this page shows it; empty while it was not. */
  seen: string
  maySign: boolean
  own: ReadonlySet<Section>
  notice?: { kind: 'info' | 'warn' | 'error'; text: Text } | undefined
  draftAt?: Date | undefined
  errors?: readonly FieldError[] | undefined
}

/** One specialty's form, what the rules say of it beside. */
export function SectionView(props: SectionPageProps) {
  const { lang, exam, section } = props
  const recorded = exam.sections[section]
  const state = recorded?.state ?? 'empty'
  return (
    <>
      <PageHead
        lang={lang}
        title={sectionNames[section]}
        back={{ href: `/exams/${exam.id}`, label: pageWords.backToExam }}
        lead={<PersonLine lang={lang} exam={exam} person={props.person} />}
        badge={<StatusBadge lang={lang} state={state} label={sectionStateNames[state]} />}
      />
      <Columns
        main={
          <Stack>
            <ErrorSummary lang={lang} errors={props.errors} labels={labelsOf(props)} />
            <Notices {...props} />
            <SectionForm {...props} />
          </Stack>
        }
        side={
          <div id="assessment" aria-live="polite">
            <AssessmentPanel
              lang={lang}
              examId={exam.id}
              assessment={props.assessment}
              own={props.own}
              here={section}
            />
          </div>
        }
      />
    </>
  )
}

function labelsOf({ section, fields }: SectionPageProps): Record<string, Text> {
  const labels = [...fields.asked, ...fields.further].map(({ name, label }) => [name, label])
  return Object.fromEntries([...labels, ['', sectionNames[section]]])
}

function Notices({ lang, exam, section, notice, draftAt }: SectionPageProps) {
  return (
    <>
      {notice && (
        <Notice lang={lang} kind={notice.kind} alert>
          {say(notice.text, lang)}
        </Notice>
      )}
      {draftAt && (
        <Notice lang={lang}>
          <p>{say(pageWords.draftBack, lang, { at: instantText(draftAt, lang) })}</p>
          <Form lang={lang} action={`/exams/${exam.id}/sections/${section}/draft/discard`}>
            <Button lang={lang} variant="quiet" small>
              {say(pageWords.discardDraft, lang)}
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
      data-kept={say(pageWords.draftKept, lang)}
      data-lost={say(pageWords.draftLost, lang)}
    >
      <Form lang={lang} action={path} once={props.once} keepSent={`section:${exam.id}:${section}`}>
        <input type="hidden" name="seen" value={props.seen} />
        <Panel lang={lang}>
          <FieldGroups {...props} fields={fields.asked} />
          {fields.further.length > 0 && (
            <details class="further" id="further" open={furtherHas(props)}>
              <summary>{say(pageWords.further, lang, { count: fields.further.length })}</summary>
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

function Actions({ lang, maySign, path }: SectionPageProps & { path: string }): Child {
  return (
    <>
      {maySign ? (
        <>
          <Button lang={lang} variant="primary" name="act" value="sign" use="sign">
            {say(pageWords.signSection, lang)}
          </Button>
          <Button lang={lang} name="act" value="save">
            {say(pageWords.saveUnsigned, lang)}
          </Button>
        </>
      ) : (
        <Button lang={lang} variant="primary" name="act" value="save" use="sign">
          {say(pageWords.recordResult, lang)}
        </Button>
      )}
      <Button lang={lang} variant="quiet" formaction={`${path}/normal`} use="normal">
        {say(pageWords.allNormal, lang)}
      </Button>
      <p class="form-keys">{say(pageWords.keys, lang)}</p>
      <p class="draft-state" id="draft-state" role="status" />
    </>
  )
}
