import { calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { type Appointment, mayDo } from '../frontdesk/appointment.ts'
import { appointmentWords } from '../frontdesk/appointment-words.ts'
import type { Patient } from '../patients/patient.ts'
import { OtherEyes, ScanSight } from '../patients/scan-views.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { CheckField, ChoiceGroup } from '../web/pieces/choice.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { arrivalWords as words } from './arrival-words.ts'
import { consentWording } from './consent-words.ts'
import { classNames } from './opening-words.ts'
import { purposeNames } from './words.ts'

export type ArrivalProps = {
  lang: Lang
  appointment: Appointment
  /** Who it is booked for, or who bears that name and was born that day. */
  people: readonly Patient[]
  once: string
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[] | undefined
  /** Somebody on record whose card says something else. */
  existingId?: string | undefined
}

/** One page, one button: who came, what they consent to, and the exam is open. */
export function ArrivalView(props: ArrivalProps) {
  const { lang, appointment } = props
  const day = calendarDateOf(appointment.startsAt)
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={`${appointment.name} · ${dateText(appointment.birthDate, lang)}`}
        back={{ href: `/appointments?day=${day}`, label: words.back }}
      />
      {mayDo(appointment.state, 'arrive') ? (
        <Columns
          main={
            <Panel lang={lang}>
              <ArrivalForm {...props} />
            </Panel>
          }
          side={<Booking {...props} />}
        />
      ) : (
        <Stack>
          <Notice lang={lang} kind="warn" title={words.notNow}>
            {say(appointmentWords.refuses[appointment.state], lang)}
          </Notice>
          {appointment.visitId && (
            <LinkButton href={`/visits/${appointment.visitId}`} variant="primary">
              {say(words.toVisit, lang)}
            </LinkButton>
          )}
        </Stack>
      )}
    </>
  )
}

function ArrivalForm(props: ArrivalProps) {
  const { lang, appointment, typed, errors, existingId } = props
  const check = (scope: 'exam' | 'renewal') => ({
    lang,
    name: `consents.${scope}`,
    label: consentWording[scope].text,
    value: 'true',
    checked: typed[`consents.${scope}`] === 'true',
    error: errorFor(errors, `consents.${scope}`),
  })
  return (
    <Form
      lang={lang}
      id="scan"
      action={`/appointments/${appointment.id}/arrival`}
      once={props.once}
    >
      <ErrorSummary
        lang={lang}
        errors={errors}
        labels={{ who: words.who, identityCardQr: words.scan }}
      />
      {existingId && (
        <Notice lang={lang} kind="warn">
          <p>{say(words.exists, lang)}</p>
          <LinkButton href={`/patients/${existingId}`} small>
            {say(words.toRecord, lang)}
          </LinkButton>
        </Notice>
      )}
      <FieldSet lang={lang} legend={words.consents}>
        <CheckField {...check('exam')} required />
        <CheckField {...check('renewal')} />
      </FieldSet>
      <Who {...props} />
      <FormActions>
        <Button lang={lang} variant="primary" icon="check">
          {say(words.submit, lang)}
        </Button>
        <OtherEyes lang={lang} />
      </FormActions>
      <ScanSight lang={lang} />
    </Form>
  )
}

/** Booked for somebody on record, that is who it is, and a card says the same; else namesakes are offered, and the card decides. */
function Who({ lang, appointment, people, typed, errors }: ArrivalProps) {
  const [known] = people
  if (appointment.patientId && known) {
    const refused = errorFor(errors, 'identityCardQr')
    return (
      <>
        <input type="hidden" name="who" value={known.id} />
        <input
          type="hidden"
          name="identityCardQr"
          value={refused ? '' : typed.identityCardQr}
          data-use="scan-field"
        />
      </>
    )
  }
  return (
    <>
      {known && (
        <ChoiceGroup
          lang={lang}
          name="who"
          label={words.who}
          hint={words.whoHint}
          options={[
            ...people.map((one) => ({ value: one.id, label: personText(one, lang) })),
            { value: 'card', label: words.byCard },
          ]}
          value={typed.who ?? 'card'}
          error={errorFor(errors, 'who')}
        />
      )}
      <Field
        lang={lang}
        name="identityCardQr"
        label={words.scan}
        hint={words.scanHint}
        value={typed.identityCardQr}
        error={errorFor(errors, 'identityCardQr')}
        spellcheck={false}
        maxLength={2000}
        size="full"
        use="scan-field"
        autofocus
      />
    </>
  )
}

function personText({ name, birthDate, identityCard }: Patient, lang: Lang): string {
  return [name, dateText(birthDate, lang), identityCard?.number].filter(Boolean).join(' · ')
}

function Booking({ lang, appointment, people }: ArrivalProps) {
  const { startsAt, name, birthDate, phone, licenceClass, purpose, patientId } = appointment
  const day = dateText(calendarDateOf(startsAt), lang)
  const id = patientId ?? people[0]?.id
  return (
    <Panel lang={lang} title={words.booking}>
      <Stack tight>
        <DefinitionList
          lang={lang}
          items={[
            { term: words.at, value: `${clockTimeOf(startsAt)}, ${day}` },
            { term: words.name, value: name },
            { term: words.birthDate, value: dateText(birthDate, lang) },
            phone ? { term: words.phone, value: phone } : undefined,
            { term: words.licenceClass, value: say(classNames[licenceClass], lang) },
            { term: words.purpose, value: say(purposeNames[purpose], lang) },
          ]}
        />
        {id && (
          <p>
            <a href={`/exams/new?patient=${id}`}>{say(words.otherLicence, lang)}</a>
          </p>
        )}
      </Stack>
    </Panel>
  )
}
