import type { FieldError } from '../core/errors.ts'
import { say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import { fieldLabels, PersonFields, type PersonFieldsProps } from './form-views.tsx'
import { registerWords } from './register-words.ts'
import { ScanCatcher, ScanPanel } from './scan-views.tsx'
import { words } from './words.ts'

type RegisterProps = PersonFieldsProps & {
  once: string
  by: 'card' | 'hand'
  scanErrors?: readonly FieldError[] | undefined
}

/** Reception's way in: the card first, everything by hand second; one of them at a time. */
export function RegisterView(props: RegisterProps) {
  const { lang, by } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={registerWords.title}
        back={{ href: '/patients', label: words.back }}
      />
      <Stack>
        <Tabs
          lang={lang}
          label={registerWords.ways}
          tabs={[
            { href: '/patients/new', label: registerWords.byCard, current: by === 'card' },
            { href: '/patients/new?by=hand', label: registerWords.byHand, current: by === 'hand' },
          ]}
        />
        {by === 'card' ? <ScanPanel {...props} /> : <ByHand {...props} />}
        {by === 'hand' && <ScanCatcher lang={lang} action="/patients/scan" once={props.once} />}
      </Stack>
    </>
  )
}

function ByHand(props: RegisterProps) {
  const { lang, errors } = props
  return (
    <Panel lang={lang}>
      <Form lang={lang} action="/patients" once={props.once} keep="patient:new">
        <ErrorSummary lang={lang} errors={errors} labels={fieldLabels} />
        <PersonFields {...props} autofocus={!errors} />
        <FormActions>
          <Button lang={lang} variant="primary">
            {say(registerWords.save, lang)}
          </Button>
          <LinkButton href="/patients" variant="quiet">
            {say(words.cancel, lang)}
          </LinkButton>
        </FormActions>
      </Form>
    </Panel>
  )
}

type EditProps = PersonFieldsProps & {
  patientId: string
  name: string
  version: number
  once: string
}

export function EditView(props: EditProps) {
  const { lang, patientId } = props
  const back = `/patients/${patientId}`
  return (
    <>
      <PageHead
        lang={lang}
        title={words.editTitle}
        lead={say(words.editLead, lang)}
        back={{ href: back, label: props.name || words.backToPerson }}
      />
      <Panel lang={lang}>
        <Form
          lang={lang}
          action={`${back}/edit`}
          once={props.once}
          keep={`patient:${patientId}:${props.version}`}
        >
          <input type="hidden" name="version" value={props.version} />
          <ErrorSummary lang={lang} errors={props.errors} labels={fieldLabels} />
          <PersonFields {...props} />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.save, lang)}
            </Button>
            <LinkButton href={back} variant="quiet">
              {say(words.cancel, lang)}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}
