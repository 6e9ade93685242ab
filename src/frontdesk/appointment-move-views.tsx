import { calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import { say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { type Appointment, mayDo } from './appointment.ts'
import { DayAndSlot, type DayAndSlotProps } from './appointment-slot-views.tsx'
import { appointmentWords as words } from './appointment-words.ts'

type Props = DayAndSlotProps & { appointment: Appointment; once: string }

/** Another day and time for somebody who is booked. */
export function MoveAppointmentView(props: Props) {
  const { lang, appointment } = props
  const { name, startsAt, state } = appointment
  const booked = calendarDateOf(startsAt)
  const lead = { name, time: clockTimeOf(startsAt), day: dateText(booked, lang) }
  return (
    <>
      <PageHead
        lang={lang}
        title={words.moveTitle}
        lead={say(words.moveLead, lang, lead)}
        back={{ href: `/appointments?day=${booked}`, label: words.title }}
      />
      <Panel lang={lang}>
        {mayDo(state, 'move') ? (
          <MoveForm {...props} />
        ) : (
          <EmptyState lang={lang} icon="calendar" title={words.refuses[state]} />
        )}
      </Panel>
    </>
  )
}

function MoveForm(props: Props) {
  const { lang, appointment, slots, errors } = props
  const { id, phone } = appointment
  return (
    <Form lang={lang} action={`/appointments/${id}/move`} once={props.once}>
      <ErrorSummary lang={lang} errors={errors} labels={{ day: words.day, slotId: words.slot }} />
      <DayAndSlot {...props} />
      <p class="field-hint">
        {phone ? say(words.moveHint, lang, { phone }) : say(words.moveNoPhone, lang)}
      </p>
      {slots.length > 0 && (
        <FormActions>
          <Button lang={lang} variant="primary" icon="calendar">
            {say(words.moveSave, lang)}
          </Button>
        </FormActions>
      )}
    </Form>
  )
}
