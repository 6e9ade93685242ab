import { say, type Text } from '../core/text.ts'
import { declarationFields } from '../exams/fields/declaration.ts'
import { Button } from '../web/pieces/button.tsx'
import { YesNo } from '../web/pieces/choice.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { common, type StepProps } from './kiosk-field-views.tsx'
import { kioskWords as words } from './kiosk-words.ts'

/** Yes or no to each, and to a yes what it is; kiosk.js and CSS show the line where it is asked for. */
export function AnswerFields(props: StepProps) {
  const { lang, step, typed, errors } = props
  const fields = declarationFields.filter(
    ({ name }) => name !== 'signedAt' && name.startsWith('family.') === (step === 'family'),
  )
  return (
    <Panel lang={lang}>
      {fields
        .filter(({ name }) => !name.endsWith('.detail'))
        .map(({ name, label, kind }) =>
          kind === 'flag' ? (
            <div class="kiosk-question">
              <YesNo
                lang={lang}
                name={name}
                label={label}
                value={typed[name] ? typed[name] === 'true' : null}
                error={errorFor(errors, name)}
              />
              <Detail {...props} name={name.replace(/answer$/, 'detail')} of={label} />
            </div>
          ) : (
            <Field {...common(props, name, label)} optional maxLength={300} size="full" />
          ),
        )}
      <div class="kiosk-rest">
        <Button lang={lang} name="act" value="rest-no" icon="check">
          {say(words.restNo, lang)}
        </Button>
      </div>
    </Panel>
  )
}

function Detail(props: StepProps & { name: string; of: Text }) {
  const { lang, name, of } = props
  return (
    <div class="kiosk-detail">
      <Field
        {...common(props, name, words.detail)}
        label={`${say(words.detail, lang)}: ${say(of, lang)}`}
        maxLength={300}
        size="full"
      />
    </div>
  )
}
