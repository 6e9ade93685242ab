import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { CheckField } from '../web/pieces/choice.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor, FieldErrorText, fieldId } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { grantNames, grantNamesOf } from './grant.ts'
import { grantText } from './grant-text.ts'
import type { NewStaff, Staff } from './staff.ts'
import { words } from './words.ts'

type StaffListProps = { lang: Lang; staff: readonly Staff[]; ownId: string }

export function StaffListView({ lang, staff, ownId }: StaffListProps) {
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
          columns={[
            { label: words.fullName, head: true, cell: (person) => person.name },
            { label: words.username, cell: (person) => <code>{person.username}</code> },
            {
              label: words.rolesLabel,
              cell: (person) =>
                grantNamesOf(person)
                  .map((name) => grantText(name, lang))
                  .join(', '),
            },
            {
              label: words.registrationLabel,
              minor: true,
              cell: (person) => person.doctorRegistration ?? '—',
            },
            {
              label: words.status,
              narrow: true,
              cell: (person) => <Status lang={lang} disabled={person.disabledAt !== null} />,
            },
            {
              label: words.actions,
              narrow: true,
              cell: (person) =>
                person.id === ownId ? (
                  say(words.you, lang)
                ) : (
                  <Actions lang={lang} person={person} />
                ),
            },
          ]}
        />
      </Panel>
    </>
  )
}

function Status({ lang, disabled }: { lang: Lang; disabled: boolean }) {
  return (
    <StatusBadge
      lang={lang}
      state={disabled ? 'cancelled' : 'final'}
      label={disabled ? words.disabled : words.active}
    />
  )
}

function Actions({ lang, person }: { lang: Lang; person: Staff }) {
  const act = (
    name: string,
    text: typeof words.disable | typeof words.enable | typeof words.resetPassword,
  ) => (
    <Form
      lang={lang}
      action={`/staff/${person.id}/${name}`}
      label={`${say(text, lang)}: ${person.name}`}
    >
      <Button lang={lang} small variant={name === 'disable' ? 'danger' : 'secondary'}>
        {say(text, lang)}
      </Button>
    </Form>
  )
  return (
    <Row>
      {person.disabledAt ? (
        act('enable', words.enable)
      ) : (
        <>
          {act('reset-password', words.resetPassword)}
          {act('disable', words.disable)}
        </>
      )}
    </Row>
  )
}

type NewStaffProps = { lang: Lang; values?: NewStaff; errors?: readonly FieldError[] }

const labels = {
  username: words.username,
  name: words.fullName,
  grants: words.rolesLabel,
  doctorRegistration: words.registrationLabel,
}

export function NewStaffView({ lang, values, errors }: NewStaffProps) {
  return (
    <>
      <PageHead
        lang={lang}
        title={words.staffNew}
        back={{ href: '/staff', label: words.backToStaff }}
      />
      <Panel lang={lang}>
        <Form lang={lang} action="/staff">
          <ErrorSummary lang={lang} errors={errors} labels={labels} />
          <FieldGrid columns={2}>
            <Field
              lang={lang}
              name="name"
              label={words.fullName}
              value={values?.name}
              error={errorFor(errors, 'name')}
              maxLength={100}
              required
            />
            <Field
              lang={lang}
              name="username"
              label={words.username}
              hint={words.usernameHint}
              value={values?.username}
              error={errorFor(errors, 'username')}
              spellcheck={false}
              maxLength={30}
              required
            />
          </FieldGrid>
          <GrantFields lang={lang} chosen={values?.grants ?? []} errors={errors} />
          <Field
            lang={lang}
            name="doctorRegistration"
            label={words.registrationLabel}
            hint={words.registrationHint}
            value={values?.doctorRegistration}
            error={errorFor(errors, 'doctorRegistration')}
            size="medium"
            spellcheck={false}
            maxLength={30}
            optional
          />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.create, lang)}
            </Button>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}

/** The posted name of a grant's box; the route reads them back. */
export const grantField = (grantName: string) => `grant:${grantName}`

function GrantFields(props: {
  lang: Lang
  chosen: readonly string[]
  errors: readonly FieldError[] | undefined
}) {
  const { lang, chosen } = props
  const id = fieldId('grants')
  const box = (name: string) => (
    <CheckField
      lang={lang}
      name={grantField(name)}
      label={name === 'examiner' ? words.examinerAll : grantText(name, lang)}
      checked={chosen.includes(name)}
    />
  )
  return (
    <div id={id} tabindex={-1}>
      <FieldErrorText id={id} lang={lang} error={errorFor(props.errors, 'grants')} />
      <FieldSet lang={lang} legend={words.rolesLabel}>
        <FieldGrid columns={3}>
          {grantNames.filter((name) => !name.includes(':')).map(box)}
        </FieldGrid>
      </FieldSet>
      <FieldSet lang={lang} legend={words.examinerSpecialties}>
        <FieldGrid columns={3}>
          {grantNames.filter((name) => name.includes(':')).map(box)}
        </FieldGrid>
      </FieldSet>
    </div>
  )
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
