import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { CheckField, ChoiceGroup } from '../web/pieces/choice.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { consentWording } from './consent-words.ts'
import { purposes } from './exam.ts'
import { oldClasses } from './held-licence.ts'
import { licenceClasses } from './licence-class.ts'
import { classInGroup, openingWords as words } from './opening-words.ts'
import { purposeNames } from './words.ts'

export type OpeningProps = {
  lang: Lang
  patient: { id: string; name: string; birthDate: string }
  once: string
  typed: Readonly<Record<string, string>>
  errors?: readonly FieldError[] | undefined
}

/** Reception's form: for which licence, why, and to what the patient consents. */
export function OpeningView(props: OpeningProps) {
  const { lang, patient, errors } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        back={{ href: `/patients/${patient.id}`, label: words.back }}
        lead={`${patient.name} · ${dateText(patient.birthDate, lang)}`}
      />
      <Stack>
        <ErrorSummary lang={lang} errors={errors} labels={labels} />
        <Form
          lang={lang}
          action="/exams"
          once={props.once}
          keep={`exam:open:${patient.id}`}
          class="opening"
        >
          <input type="hidden" name="patientId" value={patient.id} />
          <Columns
            wideSide
            main={
              <Panel lang={lang}>
                <LicenceFields {...props} />
                <HeldFields {...props} />
              </Panel>
            }
            side={
              <Panel lang={lang}>
                <Consents {...props} />
                <DeliveryFields {...props} />
              </Panel>
            }
          />
          <FormActions sticky>
            <Button lang={lang} variant="primary">
              {say(words.submit, lang)}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </>
  )
}

const labels: Record<string, Text> = {
  licenceClass: words.licenceClass,
  purpose: words.purpose,
  'heldLicence.number': words.number,
  'heldLicence.scheme': words.scheme,
  'heldLicence.class': words.heldClass,
  'heldLicence.issuedOn': words.issuedOn,
  'heldLicence.expiresOn': words.expiresOn,
  'delivery.address': words.deliveryAddress,
  'consents.exam': words.consents,
  convertedFromA1: words.converted,
}

/** A field's shared part: its name, its words, what was typed and what is wrong with it. */
function common({ lang, typed, errors }: OpeningProps, name: string, label: Text) {
  return { lang, name, label, value: typed[name] ?? '', error: errorFor(errors, name) }
}

function LicenceFields(props: OpeningProps) {
  const { lang, typed } = props
  const options = licenceClasses.map((value) => ({
    value,
    label: classInGroup(value),
  }))
  const checked = (name: string) => typed[name] === 'true'
  return (
    <FieldSet lang={lang} legend={words.licence}>
      <Select
        {...common(props, 'licenceClass', words.licenceClass)}
        hint={words.licenceClassHint}
        options={options}
        required
      />
      <div class="opening-disabled">
        <CheckField
          {...common(props, 'disabledApplicant', words.disabled)}
          value="true"
          checked={checked('disabledApplicant')}
        />
      </div>
      <div class="opening-converted">
        <CheckField
          {...common(props, 'convertedFromA1', words.converted)}
          value="true"
          checked={checked('convertedFromA1')}
        />
      </div>
      <ChoiceGroup
        {...common(props, 'purpose', words.purpose)}
        layout="segments"
        options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
        required
      />
    </FieldSet>
  )
}

/** Asked for once there is a licence to hold: not for a first one. */
function HeldFields(props: OpeningProps) {
  const classes = [...new Set<string>([...oldClasses, ...licenceClasses])].filter(
    (name) => name !== 'XMCD',
  )
  return (
    <div class="opening-held">
      <FieldSet lang={props.lang} legend={words.held} hint={words.heldHint}>
        <FieldGrid columns={2}>
          <Field {...common(props, 'heldLicence.number', words.number)} maxLength={30} />
          <Select
            {...common(props, 'heldLicence.class', words.heldClass)}
            options={classes.map((value) => ({ value, label: value }))}
          />
          <Select
            {...common(props, 'heldLicence.scheme', words.scheme)}
            options={[
              { value: 'pre-2025', label: words.schemeOld },
              { value: '2025', label: words.schemeNew },
            ]}
          />
          <DateField {...common(props, 'heldLicence.issuedOn', words.issuedOn)} />
          <DateField {...common(props, 'heldLicence.expiresOn', words.expiresOn)} />
        </FieldGrid>
      </FieldSet>
    </div>
  )
}

function DeliveryFields(props: OpeningProps) {
  const { typed } = props
  return (
    <div class="opening-delivery">
      <FieldSet lang={props.lang} legend={words.delivery}>
        <ChoiceGroup
          {...common(props, 'delivery.method', words.deliveryMethod)}
          value={typed['delivery.method'] ?? 'collect'}
          layout="segments"
          options={[
            { value: 'collect', label: words.collect },
            { value: 'post', label: words.post },
          ]}
        />
        <div class="opening-address">
          <Field {...common(props, 'delivery.address', words.deliveryAddress)} maxLength={255} />
        </div>
      </FieldSet>
    </div>
  )
}

/** Two consents apart, neither ticked beforehand. */
function Consents(props: OpeningProps) {
  const { typed } = props
  return (
    <FieldSet lang={props.lang} legend={words.consents}>
      <CheckField
        {...common(props, 'consents.exam', consentWording.exam.text)}
        value="true"
        checked={typed['consents.exam'] === 'true'}
        required
      />
      <CheckField
        {...common(props, 'consents.renewal', consentWording.renewal.text)}
        value="true"
        checked={typed['consents.renewal'] === 'true'}
      />
    </FieldSet>
  )
}
