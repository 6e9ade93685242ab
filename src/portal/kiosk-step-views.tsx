import type { Child } from 'hono/jsx'
import { say, type Text } from '../core/text.ts'
import { consentWording } from '../exams/consent-words.ts'
import { purposes } from '../exams/exam.ts'
import { declarationFields } from '../exams/fields/declaration.ts'
import { licenceClasses } from '../exams/licence-class.ts'
import { classNames, openingWords } from '../exams/opening-words.ts'
import { purposeNames } from '../exams/words.ts'
import { fieldWords } from '../patients/field-words.ts'
import { sexes } from '../patients/personal-id.ts'
import { Button } from '../web/pieces/button.tsx'
import { CheckField, ChoiceGroup } from '../web/pieces/choice.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Field } from '../web/pieces/field.tsx'
import { ErrorSummary, Form } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import type { KioskStep } from './kiosk.ts'
import { AnswerFields } from './kiosk-answer-views.tsx'
import { CardFields } from './kiosk-card-views.tsx'
import { common, type StepProps } from './kiosk-field-views.tsx'
import { HeldFields, NotAtHand } from './kiosk-held-views.tsx'
import { KioskActions, KioskFrame } from './kiosk-views.tsx'
import { kioskWords as words } from './kiosk-words.ts'

export function KioskStepView(props: StepProps) {
  const { lang, step, draftId, errors, answers } = props
  return (
    <KioskFrame {...{ lang, step, answers }}>
      <Form
        lang={lang}
        action={`/kiosk/${step}`}
        class="kiosk-form"
        id={step === 'card' ? 'scan' : `kiosk-${step}`}
      >
        <input type="hidden" name="draft" value={draftId} />
        <ErrorSummary lang={lang} errors={errors} labels={labels} />
        {bodies[step](props)}
        <KioskActions {...{ lang, step, answers }}>
          <Button lang={lang} variant="primary" icon={step === 'consent' ? 'check' : 'right'}>
            {say(nextWords[step] ?? words.next, lang)}
          </Button>
        </KioskActions>
        {step === 'held' && <NotAtHand lang={lang} />}
      </Form>
    </KioskFrame>
  )
}

/** What the way on is called where it is more than the next page. */
const nextWords: Partial<Record<KioskStep, Text>> = {
  card: words.byHand,
  consent: words.finish,
}

const labels: Record<string, Text> = {
  name: fieldWords.name,
  birthDate: fieldWords.birthDate,
  sex: fieldWords.sex,
  'identityCard.number': fieldWords.identityNumber,
  phone: fieldWords.phone,
  licenceClass: openingWords.licenceClass,
  purpose: openingWords.purpose,
  'heldLicence.number': openingWords.number,
  'heldLicence.class': openingWords.heldClass,
  'heldLicence.scheme': openingWords.scheme,
  'heldLicence.expiresOn': openingWords.expiresOn,
  ...Object.fromEntries(declarationFields.map(({ name, label }) => [name, label])),
}

const bodies: Record<KioskStep, (props: StepProps) => Child> = {
  card: CardFields,
  person: (props) => (props.scanned ? <ScannedFields {...props} /> : <PersonFields {...props} />),
  licence: LicenceFields,
  held: HeldFields,
  family: AnswerFields,
  health: AnswerFields,
  consent: ConsentFields,
}

function ScannedFields(props: StepProps) {
  const { lang, scanned } = props
  if (!scanned) return null
  return (
    <Panel lang={lang} title={words.fromCard}>
      <DefinitionList
        lang={lang}
        items={[
          { term: fieldWords.name, value: scanned.name },
          { term: fieldWords.birthDate, value: dateText(scanned.birthDate, lang) },
          { term: fieldWords.sex, value: say(fieldWords[scanned.sex], lang) },
          { term: fieldWords.identityNumber, value: scanned.identityCard?.number ?? '' },
        ]}
      />
      <p class="soft">{say(words.fromCardWrong, lang)}</p>
      <PhoneField {...props} />
    </Panel>
  )
}

function PersonFields(props: StepProps) {
  const { lang, typed, errors } = props
  return (
    <Panel lang={lang}>
      <Field
        {...common(props, 'name', fieldWords.name)}
        maxLength={100}
        autofocus={!errors}
        required
      />
      <DateField {...common(props, 'birthDate', fieldWords.birthDate)} required />
      <ChoiceGroup
        {...common(props, 'sex', fieldWords.sex)}
        value={typed.sex}
        layout="segments"
        options={sexes.map((value) => ({ value, label: fieldWords[value] }))}
        required
      />
      <Field
        {...common(props, 'identityCard.number', fieldWords.identityNumber)}
        hint={fieldWords.identityHint}
        type="number"
        decimals={0}
        size="medium"
        maxLength={12}
        required
      />
      <PhoneField {...props} />
    </Panel>
  )
}

function PhoneField(props: StepProps) {
  return (
    <Field
      {...common(props, 'phone', fieldWords.phone)}
      hint={words.phoneHint}
      type="tel"
      size="medium"
      maxLength={20}
    />
  )
}

function LicenceFields(props: StepProps) {
  const { lang, typed } = props
  return (
    <Panel lang={lang}>
      <ChoiceGroup
        {...common(props, 'purpose', openingWords.purpose)}
        value={typed.purpose}
        layout="segments"
        options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
        required
      />
      <div class="kiosk-tiles">
        <ChoiceGroup
          {...common(props, 'licenceClass', openingWords.licenceClass)}
          value={typed.licenceClass}
          options={licenceClasses.map((value) => ({ value, label: classNames[value] }))}
          required
        />
      </div>
    </Panel>
  )
}

/** Two consents apart and the word that it is true; none of them ticked beforehand. */
function ConsentFields(props: StepProps) {
  const { lang, typed } = props
  const box = (name: string, label: Text) => (
    <CheckField
      {...common(props, name, label)}
      value="true"
      checked={typed[name] === 'true'}
      required={name !== 'consents.renewal'}
    />
  )
  return (
    <Panel lang={lang}>
      {box('declared', words.declared)}
      {box('consents.exam', consentWording.exam.text)}
      {box('consents.renewal', consentWording.renewal.text)}
    </Panel>
  )
}
