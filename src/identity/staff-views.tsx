import { type Lang, say, type Text } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { grantNamesOf } from './grant.ts'
import { grantText } from './grant-text.ts'
import type { Staff } from './staff.ts'
import { words } from './words.ts'

export function StaffListView({ lang, staff }: { lang: Lang; staff: readonly Staff[] }) {
  return (
    <>
      <PageHead
        lang={lang}
        title={words.staffTitle}
        actions={
          <Row>
            <LinkButton href="/tokens">{say(words.tokensTitle, lang)}</LinkButton>
            <LinkButton href="/staff/new" variant="primary" icon="plus">
              {say(words.staffNew, lang)}
            </LinkButton>
          </Row>
        }
      />
      <Panel lang={lang} flush>
        <DataTable
          lang={lang}
          caption={words.staffTitle}
          rows={staff}
          href={(person) => `/staff/${person.id}`}
          columns={[
            { label: words.fullName, head: true, cell: (person) => person.name },
            { label: words.username, cell: (person) => <code>{person.username}</code> },
            { label: words.rolesLabel, cell: (person) => grantList(person, lang) },
            {
              label: words.registrationLabel,
              minor: true,
              cell: (person) => person.doctorRegistration ?? '—',
            },
            {
              label: words.status,
              narrow: true,
              cell: (person) => <Status lang={lang} person={person} />,
            },
          ]}
        />
      </Panel>
    </>
  )
}

function Status({ lang, person }: { lang: Lang; person: Staff }) {
  return person.disabledAt ? (
    <StatusBadge lang={lang} state="cancelled" label={words.disabled} />
  ) : (
    <StatusBadge lang={lang} state="final" label={words.active} />
  )
}

export function StaffView(props: { lang: Lang; person: Staff; own: boolean }) {
  const { lang, person } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={person.name}
        badge={<Status lang={lang} person={person} />}
        back={{ href: '/staff', label: words.backToStaff }}
      />
      <Panel lang={lang}>
        <DefinitionList
          lang={lang}
          items={[
            { term: words.username, value: <code>{person.username}</code> },
            { term: words.rolesLabel, value: grantList(person, lang) },
            { term: words.registrationLabel, value: person.doctorRegistration },
            person.disabledAt !== null && {
              term: words.disabledSince,
              value: <InstantText lang={lang} at={person.disabledAt} />,
            },
          ]}
        />
      </Panel>
      <Panel lang={lang} title={words.actions}>
        {props.own ? <p>{say(words.noSelfDisable, lang)}</p> : <Actions {...props} />}
      </Panel>
    </>
  )
}

function Actions({ lang, person }: { lang: Lang; person: Staff }) {
  const at = `/staff/${person.id}`
  if (person.disabledAt) {
    return <Act lang={lang} to={`${at}/enable`} label={words.enable} hint={words.enableHint} />
  }
  return (
    <Stack>
      <Act
        lang={lang}
        to={`${at}/reset-password`}
        label={words.resetPassword}
        hint={words.resetHint}
      />
      <Act lang={lang} to={`${at}/disable`} label={words.disable} hint={words.disableHint} danger />
    </Stack>
  )
}

function Act(props: { lang: Lang; to: string; label: Text; hint: Text; danger?: boolean }) {
  const { lang } = props
  return (
    <Form lang={lang} action={props.to} label={props.label}>
      <p class="field-hint">{say(props.hint, lang)}</p>
      <Row>
        <Button lang={lang} variant={props.danger ? 'danger' : 'secondary'}>
          {say(props.label, lang)}
        </Button>
      </Row>
    </Form>
  )
}

function grantList(person: Staff, lang: Lang): string {
  return grantNamesOf(person)
    .map((name) => grantText(name, lang))
    .join(', ')
}

/** The only time that a generated password is seen. */
export function OneTimePasswordView(props: { lang: Lang; staff: Staff; password: string }) {
  const { lang, staff, password } = props
  return (
    <>
      <PageHead lang={lang} title={words.oneTimeTitle} />
      <Panel lang={lang} marked>
        <Stack>
          <p>{say(words.oneTimeFor, lang, { name: staff.name, username: staff.username })}</p>
          <p class="one-time-password">
            <code>{password}</code>
          </p>
          <Notice lang={lang} kind="warn">
            {say(words.oneTimeHint, lang)}
          </Notice>
          <Row>
            <LinkButton href="/staff">{say(words.backToStaff, lang)}</LinkButton>
          </Row>
        </Stack>
      </Panel>
    </>
  )
}
