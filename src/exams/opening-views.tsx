import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { CheckField, ChoiceGroup } from '../web/pieces/choice.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { consentWording } from './consent.ts'
import { purposes } from './exam.ts'
import { oldClasses } from './held-licence.ts'
import { groupOf, licenceClasses } from './licence-class.ts'
import { classNames, openingWords as words } from './opening-words.ts'
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
        <Form lang={lang} action="/exams" once={props.once} keep={`exam:open:${patient.id}`}>
          <input type="hidden" name="patientId" value={patient.id} />
          <Panel lang={lang}>
            <LicenceFields {...props} />
            <HeldFields {...props} />
            <FurtherFields {...props} />
            <Consents {...props} />
          </Panel>
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
  const { lang } = props
  const options = licenceClasses.map((value) => ({
    value,
    label: {
      vi: `${classNames[value].vi} (nhóm ${groupOf(value)})`,
      en: `${classNames[value].en} (group ${groupOf(value)})`,
    },
  }))
  return (
    <FieldSet lang={lang} legend={words.licence}>
      <Select
        {...common(props, 'licenceClass', words.licenceClass)}
        hint={words.licenceClassHint}
        options={options}
        required
      />
      <ChoiceGroup
        {...common(props, 'purpose', words.purpose)}
        layout="segments"
        options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
        required
      />
    </FieldSet>
  )
}

function HeldFields(props: OpeningProps) {
  const classes = [...new Set<string>([...oldClasses, ...licenceClasses])].filter(
    (name) => name !== 'XMCD',
  )
  return (
    <FieldSet lang={props.lang} legend={words.held} hint={words.heldHint}>
      <FieldGrid columns={3}>
        <Field {...common(props, 'heldLicence.number', words.number)} maxLength={30} />
        <Select
          {...common(props, 'heldLicence.scheme', words.scheme)}
          options={[
            { value: 'pre-2025', label: words.schemeOld },
            { value: '2025', label: words.schemeNew },
          ]}
        />
        <Select
          {...common(props, 'heldLicence.class', words.heldClass)}
          options={classes.map((value) => ({ value, label: value }))}
        />
        <Field {...common(props, 'heldLicence.issuedOn', words.issuedOn)} type="date" />
        <Field {...common(props, 'heldLicence.expiresOn', words.expiresOn)} type="date" />
      </FieldGrid>
    </FieldSet>
  )
}

function FurtherFields(props: OpeningProps) {
  const { typed } = props
  const checked = (name: string) => typed[name] === 'true'
  return (
    <FieldSet lang={props.lang} legend={words.further}>
      <CheckField
        {...common(props, 'disabledApplicant', words.disabled)}
        value="true"
        checked={checked('disabledApplicant')}
      />
      <CheckField
        {...common(props, 'convertedFromA1', words.converted)}
        value="true"
        checked={checked('convertedFromA1')}
      />
      <ChoiceGroup
        {...common(props, 'delivery.method', words.delivery)}
        value={typed['delivery.method'] ?? 'collect'}
        layout="segments"
        options={[
          { value: 'collect', label: words.collect },
          { value: 'post', label: words.post },
        ]}
      />
      <Field
        {...common(props, 'delivery.address', words.deliveryAddress)}
        maxLength={255}
        optional
      />
    </FieldSet>
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
