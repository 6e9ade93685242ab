import { type CalendarDate, clockTimeOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import type { Patient } from '../patients/patient.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { appointmentWords as words } from './appointment-words.ts'
import { LicenceFields } from './licence-fields-views.tsx'
import { freeIn, type Slot } from './slot.ts'

type Props = {
  lang: Lang
  day: CalendarDate
  slots: readonly Slot[]
  patient: Patient | undefined
  once: string
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[] | undefined
}

/** Booking at the desk: first the day, then a free time of it. */
export function NewAppointmentView(props: Props) {
  const { lang, day, patient, slots } = props
  const back = patient
    ? { href: `/patients/${patient.id}`, label: patient.name }
    : { href: `/appointments?day=${day}`, label: words.title }
  return (
    <>
      <PageHead
        lang={lang}
        title={words.new}
        lead={patient && `${patient.name} · ${dateText(patient.birthDate, lang)}`}
        back={back}
      />
      <Stack>
        <Panel lang={lang}>
          <Form lang={lang} method="get" action="/appointments/new" class="form-inline">
            {patient && <input type="hidden" name="patient" value={patient.id} />}
            <DateField lang={lang} name="day" label={words.day} value={day} />
            <Button lang={lang}>{say(words.chooseDay, lang)}</Button>
          </Form>
        </Panel>
        <Panel lang={lang}>
          {slots.length > 0 || props.errors ? (
            <BookingForm {...props} />
          ) : (
            <EmptyState lang={lang} icon="clock" title={words.noSlots} text={words.noSlotsText} />
          )}
        </Panel>
      </Stack>
    </>
  )
}

function BookingForm(props: Props) {
  const { lang, day, slots, patient, typed, errors } = props
  return (
    <Form lang={lang} action="/appointments" once={props.once} keep={`appointment:new:${day}`}>
      <input type="hidden" name="day" value={day} />
      <ErrorSummary lang={lang} errors={errors} labels={labels} />
      <Select
        lang={lang}
        name="slotId"
        label={words.slot}
        options={slots.map((slot) => ({
          value: slot.id,
          label: say(words.slotFree, lang, { at: clockTimeOf(slot.startsAt), free: freeIn(slot) }),
        }))}
        value={typed.slotId}
        error={errorFor(errors, 'slotId')}
        required
      />
      {patient ? <KnownPerson patient={patient} /> : <UnknownPerson {...props} />}
      <LicenceFields lang={lang} typed={typed} errors={errors} />
      <FormActions>
        <Button lang={lang} variant="primary" icon="calendar">
          {say(words.save, lang)}
        </Button>
      </FormActions>
    </Form>
  )
}

const { name, birthDate, phone, licenceClass, purpose } = words
const labels = { slotId: words.slot, name, birthDate, phone, licenceClass, purpose }

function KnownPerson({ patient }: { patient: Patient }) {
  return (
    <>
      <input type="hidden" name="patientId" value={patient.id} />
      <input type="hidden" name="name" value={patient.name} />
      <input type="hidden" name="birthDate" value={patient.birthDate} />
      {patient.phone && <input type="hidden" name="phone" value={patient.phone} />}
    </>
  )
}

export type PersonFieldProps = Pick<Props, 'lang' | 'typed' | 'errors'>

/** Enough to know someone again: the same on the desk's form and on the public one. */
export function UnknownPerson({
  lang,
  typed,
  errors,
  phoneRequired,
}: PersonFieldProps & { phoneRequired?: boolean }) {
  const field = (key: 'name' | 'birthDate' | 'phone') => ({
    lang,
    name: key,
    label: words[key],
    value: typed[key],
    error: errorFor(errors, key),
  })
  return (
    <>
      <Field {...field('name')} required maxLength={100} autocomplete="name" size="full" />
      <FieldGrid>
        <DateField {...field('birthDate')} required autocomplete="bday" />
        <Field
          {...field('phone')}
          type="tel"
          maxLength={20}
          autocomplete="tel"
          required={phoneRequired}
          optional={!phoneRequired}
        />
      </FieldGrid>
    </>
  )
}
