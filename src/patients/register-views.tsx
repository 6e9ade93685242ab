import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { fieldLabels, PersonFields, type PersonFieldsProps } from './form-views.tsx'
import { words } from './words.ts'

type ScanProps = { lang: Lang; once: string; scanErrors?: readonly FieldError[] | undefined }

type RegisterProps = PersonFieldsProps &
  ScanProps & {
    /** True when the form by hand came back. */
    typing: boolean
  }

/** Reception's way in: the scan field has the cursor; without a card the form below is filled in. */
export function RegisterView(props: RegisterProps) {
  const { lang, typing } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.registerTitle}
        back={{ href: '/patients', label: words.back }}
      />
      <Stack>
        <ScanPanel {...props} focus={!typing} />
        <details class="by-hand" open={typing}>
          <summary>{say(words.byHand, lang)}</summary>
          <Panel lang={lang} title={words.byHandTitle}>
            <Form lang={lang} action="/patients" once={props.once} keep="patient:new">
              <ErrorSummary lang={lang} errors={props.errors} labels={fieldLabels} />
              <PersonFields {...props} />
              <FormActions>
                <Button lang={lang} variant="primary">
                  {say(words.saveNew, lang)}
                </Button>
                <LinkButton href="/patients" variant="quiet">
                  {say(words.cancel, lang)}
                </LinkButton>
              </FormActions>
            </Form>
          </Panel>
        </details>
      </Stack>
    </>
  )
}

function ScanPanel({ lang, once, scanErrors, focus }: ScanProps & { focus: boolean }) {
  return (
    <Panel lang={lang} title={words.scanTitle} marked>
      <Form lang={lang} action="/patients/scan" once={`${once}-scan`} id="scan" class="scan">
        <Field
          lang={lang}
          name="identityCardQr"
          label={words.scanLabel}
          hint={words.scanHint}
          error={errorFor(scanErrors, 'identityCardQr')}
          autofocus={focus}
          spellcheck={false}
          maxLength={2000}
          size="full"
          use="scan-field"
        />
        <FormActions>
          <Button lang={lang} variant="primary" icon="qr">
            {say(words.scanSend, lang)}
          </Button>
          <span class="scan-ways" data-scan-ways hidden>
            <Button lang={lang} type="button" icon="camera" use="scan-camera">
              {say(words.scanCamera, lang)}
            </Button>
            <label class="button button-secondary scan-photo">
              <span>{say(words.scanPhoto, lang)}</span>
              <input type="file" accept="image/*" class="unseen" data-use="scan-photo" />
            </label>
          </span>
        </FormActions>
        <div class="scan-live" data-scan-live hidden>
          <video playsinline muted />
        </div>
        <p
          class="scan-said"
          role="status"
          data-scan-said
          data-looking={say(words.scanLooking, lang)}
          data-reading={say(words.scanReading, lang)}
          data-nothing={say(words.scanNothing, lang)}
          data-no-camera={say(words.scanNoCamera, lang)}
          data-start={say(words.scanCamera, lang)}
          data-stop={say(words.scanStop, lang)}
        />
      </Form>
    </Panel>
  )
}

type EditProps = PersonFieldsProps & { patientId: string; version: number; once: string }

export function EditView(props: EditProps) {
  const { lang, patientId } = props
  const back = `/patients/${patientId}`
  return (
    <>
      <PageHead
        lang={lang}
        title={words.editTitle}
        back={{ href: back, label: words.backToPerson }}
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
