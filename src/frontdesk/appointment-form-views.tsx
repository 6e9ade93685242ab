import { say } from '../core/text.ts'
import type { Patient } from '../patients/patient.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { DayAndSlot, type DayAndSlotProps } from './appointment-slot-views.tsx'
import { appointmentWords as words } from './appointment-words.ts'
import { LicenceFields } from './licence-fields-views.tsx'

type Props = DayAndSlotProps & { patient: Patient | undefined; once: string }

/** Booking at the desk: a day, a free time of it, then who comes; another day keeps what was typed. */
export function NewAppointmentView(props: Props) {
  const { lang, day, patient } = props
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
      <Panel lang={lang}>
        <BookingForm {...props} />
      </Panel>
    </>
  )
}

function BookingForm(props: Props) {
  const { lang, slots, patient, typed, errors } = props
  const keep = `appointment:new:${patient?.id ?? ''}`
  return (
    <Form lang={lang} action="/appointments" once={props.once} keep={keep}>
      <ErrorSummary lang={lang} errors={errors} labels={labels} />
      <DayAndSlot {...props} />
      {patient ? <KnownPerson patient={patient} /> : <UnknownPerson {...props} />}
      <LicenceFields lang={lang} typed={typed} errors={errors} />
      {slots.length > 0 && (
        <FormActions>
          <Button lang={lang} variant="primary" icon="calendar">
            {say(words.save, lang)}
          </Button>
        </FormActions>
      )}
    </Form>
  )
}

const { name, birthDate, phone, licenceClass, purpose } = words
const labels = { day: words.day, slotId: words.slot, name, birthDate, phone, licenceClass, purpose }

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
