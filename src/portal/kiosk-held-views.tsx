import { say } from '../core/text.ts'
import { oldClasses } from '../exams/held-licence.ts'
import { licenceClasses } from '../exams/licence-class.ts'
import { openingWords } from '../exams/opening-words.ts'
import { Button } from '../web/pieces/button.tsx'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { common, type StepProps } from './kiosk-field-views.tsx'
import { kioskWords as words } from './kiosk-words.ts'

const classes = [...new Set<string>([...oldClasses, ...licenceClasses])].filter(
  (name) => name !== 'XMCD',
)

/** What stands on the licence in the person's hand, in the order in which it is read off. */
export function HeldFields(props: StepProps) {
  const { typed, errors } = props
  return (
    <Panel lang={props.lang}>
      <Field
        {...common(props, 'heldLicence.number', openingWords.number)}
        hint={words.heldNumberHint}
        size="medium"
        maxLength={30}
        spellcheck={false}
        autofocus={!errors}
        required
      />
      <ChoiceGroup
        {...common(props, 'heldLicence.scheme', openingWords.scheme)}
        value={typed['heldLicence.scheme']}
        layout="segments"
        options={[
          { value: 'pre-2025', label: openingWords.schemeOld },
          { value: '2025', label: openingWords.schemeNew },
        ]}
        required
      />
      <Select
        {...common(props, 'heldLicence.class', openingWords.heldClass)}
        options={classes.map((value) => ({ value, label: value }))}
        size="medium"
        required
      />
      <DateField
        {...common(props, 'heldLicence.expiresOn', openingWords.expiresOn)}
        hint={words.heldExpiryHint}
      />
    </Panel>
  )
}

/** After the way on: what Enter presses is the first button of a form. */
export function NotAtHand({ lang }: Pick<StepProps, 'lang'>) {
  return (
    <div class="kiosk-rest">
      <Button lang={lang} name="act" value="no-licence" icon="right">
        {say(words.heldNone, lang)}
      </Button>
    </div>
  )
}
