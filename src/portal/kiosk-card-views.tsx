import { type Lang, say } from '../core/text.ts'
import { registerWords } from '../patients/register-words.ts'
import { ScanSight } from '../patients/scan-views.tsx'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { common, type StepProps } from './kiosk-field-views.tsx'
import { kioskWords as words } from './kiosk-words.ts'

/** The cursor waits for the scanner; the camera, where there is one, writes into the same field. */
export function CardFields(props: StepProps) {
  const { lang } = props
  return (
    <Panel lang={lang}>
      <Field
        {...common(props, 'identityCardQr', words.cardLead)}
        hint={words.cardHint}
        value=""
        use="scan-field"
        size="full"
        maxLength={2000}
        spellcheck={false}
        autofocus
      />
      <Camera lang={lang} />
    </Panel>
  )
}

/** Only where scripts run and there is a camera: scan.js shows it. */
function Camera({ lang }: { lang: Lang }) {
  return (
    <>
      <ScanSight lang={lang} broken={words.cardWrong} />
      <span class="scan-ways" data-scan-ways hidden>
        <Button lang={lang} type="button" icon="camera" use="scan-camera">
          {say(registerWords.scanCamera, lang)}
        </Button>
        <input type="file" accept="image/*" hidden data-use="scan-photo" />
      </span>
    </>
  )
}
