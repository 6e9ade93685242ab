import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import type { Station } from '../frontdesk/station.ts'
import { type Task, tasks } from '../frontdesk/task.ts'
import { specialtyNames } from '../identity/role-words.ts'
import { type Difference, StaleNotice } from '../settings/stale-view.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { CheckField } from '../web/pieces/choice.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor, FieldErrorText, fieldId } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { deskTaskWords, stationSettingWords as words } from './station-words.ts'

export function taskText(task: Task, lang: Lang): string {
  return say(isDeskTask(task) ? deskTaskWords[task] : specialtyNames[task], lang)
}

function isDeskTask(task: Task): task is keyof typeof deskTaskWords {
  return Object.hasOwn(deskTaskWords, task)
}

export function StationSettingsView(props: { lang: Lang; stations: readonly Station[] }) {
  const { lang, stations } = props
  const unserved = tasks.filter((task) => !stations.some((one) => one.tasks.includes(task)))
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang)}
        back={{ href: '/settings', label: words.settings }}
        actions={
          <LinkButton
            lang={lang}
            href="/settings/stations/new"
            variant="primary"
            icon="plus"
            shortcut="n"
          >
            {say(words.add, lang)}
          </LinkButton>
        }
      />
      <Stack>
        {stations.length > 0 && unserved.length > 0 && (
          <Notice lang={lang} kind="warn">
            {say(words.unserved, lang, {
              list: unserved.map((task) => taskText(task, lang)).join(', '),
            })}
          </Notice>
        )}
        <Panel lang={lang} flush>
          <DataTable
            lang={lang}
            caption={words.title}
            rows={stations}
            href={({ id }) => `/settings/stations/${id}`}
            empty={
              <EmptyState lang={lang} icon="station" title={words.none} text={words.noneText} />
            }
            columns={[
              { label: words.name, head: true, cell: ({ name }) => name },
              { label: words.room, cell: ({ room }) => room },
              {
                label: words.tasks,
                cell: (station) => station.tasks.map((task) => taskText(task, lang)).join(', '),
              },
              {
                label: words.state,
                narrow: true,
                cell: ({ open }) =>
                  open ? (
                    <span class="soft">{say(words.open, lang)}</span>
                  ) : (
                    <StatusBadge lang={lang} tone="warn" label={words.shut} />
                  ),
              },
            ]}
          />
        </Panel>
      </Stack>
    </>
  )
}

export type StationForm = {
  name: string
  room: string
  position: string
  tasks: readonly string[]
}

type StationFormProps = {
  lang: Lang
  station?: Station | undefined
  values: StationForm
  errors?: readonly FieldError[] | undefined
  stale?: readonly Difference[] | undefined
  once: string
}

export function StationFormView(props: StationFormProps) {
  const { lang, station, stale } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={station ? station.name : words.add}
        badge={
          station && !station.open && <StatusBadge lang={lang} tone="warn" label={words.shut} />
        }
        back={{ href: '/settings/stations', label: words.title }}
      />
      <Stack>
        {stale && <StaleNotice lang={lang} differences={stale} />}
        <Panel lang={lang}>
          <DataForm {...props} />
        </Panel>
        {station && <Acts lang={lang} station={station} once={props.once} />}
      </Stack>
    </>
  )
}

function DataForm({ lang, station, values, errors, once }: StationFormProps) {
  const field = (name: 'name' | 'room' | 'position') => ({
    ...{ lang, name, label: words[name], value: values[name], error: errorFor(errors, name) },
  })
  const wrong = errorFor(errors, 'tasks')
  return (
    <Form
      lang={lang}
      action={station ? `/settings/stations/${station.id}` : '/settings/stations'}
      once={once}
      keep={station ? `station:${station.id}:${station.version}` : 'station'}
    >
      <ErrorSummary lang={lang} errors={errors} labels={words} />
      {station && <input type="hidden" name="version" value={String(station.version)} />}
      <FieldGrid>
        <Field {...field('name')} required hint={words.nameHint} maxLength={60} />
        <Field {...field('room')} required hint={words.roomHint} maxLength={60} />
      </FieldGrid>
      <FieldSet lang={lang} legend={words.tasks}>
        <div class="station-tasks" id={fieldId('tasks')} tabindex={-1}>
          {tasks.map((task) => (
            <CheckField
              lang={lang}
              name={`task-${task}`}
              label={taskText(task, lang)}
              checked={values.tasks.includes(task)}
            />
          ))}
        </div>
        <FieldErrorText id={fieldId('tasks')} lang={lang} error={wrong} />
      </FieldSet>
      {station && <Field {...field('position')} type="number" decimals={0} min={1} max={999} />}
      <FormActions>
        <Button lang={lang} variant="primary">
          {say(words.save, lang)}
        </Button>
        <LinkButton href="/settings/stations" variant="quiet">
          {say(words.cancel, lang)}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Acts({ lang, station, once }: { lang: Lang; station: Station; once: string }) {
  const acts = [
    station.open
      ? ({ to: 'shut', hint: words.shutHint, label: words.doShut } as const)
      : ({ to: 'open', hint: words.openHint, label: words.doOpen } as const),
    { to: 'retire', hint: words.retireHint, label: words.retire } as const,
  ]
  return (
    <Panel lang={lang} title={words.state}>
      <div class="acts">
        {acts.map(({ to, hint, label }) => (
          <div class="act">
            <div class="act-text">{say(hint, lang)}</div>
            <Form
              lang={lang}
              action={`/settings/stations/${station.id}/${to}`}
              once={`${once}-${to}`}
              label={label}
            >
              <Button lang={lang}>{say(label, lang)}</Button>
            </Form>
          </div>
        ))}
      </div>
    </Panel>
  )
}
