import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { registerWords as words } from './register-words.ts'

type ScanProps = { lang: Lang; once: string; scanErrors?: readonly FieldError[] | undefined }

/** The field that a scanner types in has the cursor; camera and photo write into the same. */
export function ScanPanel({ lang, once, scanErrors }: ScanProps) {
  return (
    <Panel lang={lang}>
      <div class="scan-desk">
        <Form lang={lang} action="/patients/scan" once={`${once}-scan`} id="scan" class="scan">
          <Field
            lang={lang}
            name="identityCardQr"
            label={words.scanLabel}
            hint={words.scanHint}
            error={errorFor(scanErrors, 'identityCardQr')}
            autofocus
            spellcheck={false}
            maxLength={2000}
            size="full"
            use="scan-field"
          />
          <FormActions>
            <Button lang={lang} variant="primary" icon="qr">
              {say(words.scanSend, lang)}
            </Button>
            <OtherEyes lang={lang} />
          </FormActions>
          <ScanSight lang={lang} />
        </Form>
        <CardHelp lang={lang} />
      </div>
    </Panel>
  )
}

type SightProps = { lang: Lang; broken?: Text }

/** What the camera sees, and what is heard of a scan: once in a form that has a field for cards. */
export function ScanSight({ lang, broken = words.scanBroken }: SightProps) {
  return (
    <>
      <div class="scan-live" data-scan-live hidden>
        <video playsinline muted />
      </div>
      <p
        class="scan-said"
        role="status"
        data-scan-said
        data-scanning={say(words.scanning, lang)}
        data-broken={say(broken, lang)}
        data-looking={say(words.scanLooking, lang)}
        data-reading={say(words.scanReading, lang)}
        data-nothing={say(words.scanNothing, lang)}
        data-no-camera={say(words.scanNoCamera, lang)}
        data-start={say(words.scanCamera, lang)}
        data-stop={say(words.scanStop, lang)}
      />
    </>
  )
}

/** Hears a scanner on a page that has other things to do: no field of its own, the same way in. */
export function ScanCatcher({ lang, action, once }: { lang: Lang; action: string; once?: string }) {
  return (
    <form method="post" action={action} id="scan" class="scan-catcher">
      {once && <input type="hidden" name="_once" value={`${once}-scan`} />}
      <input type="hidden" name="identityCardQr" data-use="scan-field" />
      <p class="scan-said" role="status" data-scan-said data-scanning={say(words.scanning, lang)} />
    </form>
  )
}

/** Only where scripts run: scan.js shows them. */
export function OtherEyes({ lang }: { lang: Lang }) {
  return (
    <span class="scan-ways" data-scan-ways hidden>
      <Button lang={lang} type="button" icon="camera" use="scan-camera">
        {say(words.scanCamera, lang)}
      </Button>
      <label class="button button-secondary scan-photo">
        <Icon name="upload" />
        <span>{say(words.scanPhoto, lang)}</span>
        <input type="file" accept="image/*" class="unseen" data-use="scan-photo" />
      </label>
    </span>
  )
}

function CardHelp({ lang }: { lang: Lang }) {
  return (
    <div class="card-help">
      <CardPicture />
      <p class="field-hint">{say(words.where, lang)}</p>
      <p class="field-hint">{say(words.afterwards, lang)}</p>
      <AccentsHelp lang={lang} />
      <p class="card-help-other">
        {say(words.noCard, lang)}{' '}
        <LinkButton href="/patients/new?by=hand" variant="quiet" small>
          {say(words.byHand, lang)}
        </LinkButton>
      </p>
    </div>
  )
}

/** What a scanner that is a keyboard can type, how it is told to, and what to do where it cannot. */
function AccentsHelp({ lang }: { lang: Lang }) {
  return (
    <details class="card-help-accents">
      <summary>{say(words.accentsTitle, lang)}</summary>
      <p>{say(words.accentsText, lang)}</p>
      <ol>
        <li>{say(words.accentsKeyboard, lang)}</li>
        <li>{say(words.accentsAlt, lang)}</li>
        <li>{say(words.accentsEnd, lang)}</li>
      </ol>
      <p>{say(words.accentsElse, lang)}</p>
    </details>
  )
}

/** A card with its code at the upper right; the text beside it says the same. */
function CardPicture() {
  return (
    <svg class="card-picture" viewBox="0 0 172 108" aria-hidden="true" focusable="false">
      <rect class="card-sheet" x="1" y="1" width="170" height="106" rx="9" />
      <rect class="card-line" x="14" y="16" width="62" height="5" rx="2.5" />
      <rect class="card-line" x="14" y="27" width="42" height="4" rx="2" />
      <rect class="card-face" x="14" y="42" width="34" height="46" rx="4" />
      <circle class="card-head" cx="31" cy="58" r="8" />
      <path class="card-head" d="M18 88c0-10 6-16 13-16s13 6 13 16z" />
      <rect class="card-line" x="58" y="58" width="58" height="4" rx="2" />
      <rect class="card-line" x="58" y="68" width="74" height="4" rx="2" />
      <rect class="card-line" x="58" y="78" width="48" height="4" rx="2" />
      <g class="card-code">
        <rect x="124" y="12" width="34" height="34" rx="4" />
        <path d="M129 17h9v9h-9zM144 17h9v9h-9zM129 32h9v9h-9zM144 32h4v4h-4zM149 37h4v4h-4z" />
      </g>
    </svg>
  )
}
