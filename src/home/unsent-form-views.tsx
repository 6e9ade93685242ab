import { DRIVER_EXAM, type PriceRow } from '../billing/price.ts'
import { say } from '../core/text.ts'
import { consentWording } from '../exams/consent-words.ts'
import { purposes } from '../exams/exam.ts'
import { oldClasses } from '../exams/held-licence.ts'
import { licenceClasses } from '../exams/licence-class.ts'
import { classInGroup, openingWords } from '../exams/opening-words.ts'
import { purposeNames } from '../exams/words.ts'
import { fieldWords } from '../patients/field-words.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { CheckField, ChoiceGroup } from '../web/pieces/choice.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field } from '../web/pieces/field.tsx'
import { FieldGrid, FieldSet } from '../web/pieces/form.tsx'
import { Select } from '../web/pieces/select.tsx'
import type { UnsentProps } from './unsent-views.tsx'
import { unsentWords as words } from './unsent-words.ts'

/** One person's way through the desk: who, for what, and the bill. */
export function VisitFields(props: UnsentProps) {
  const { rights } = props
  return (
    <>
      {rights.register && (
        <>
          <input type="hidden" name="identityCardQr" value="" />
          <PersonFields {...props} />
          <ExamFields {...props} />
          <HeldFields {...props} />
          <Consents {...props} />
        </>
      )}
      {rights.bill && <BillFields {...props} />}
    </>
  )
}

function PersonFields({ lang }: UnsentProps) {
  return (
    <FieldSet lang={lang} legend={words.person}>
      <FieldGrid columns={2}>
        <Field lang={lang} name="name" label={fieldWords.name} required maxLength={100} />
        <DateField lang={lang} name="birthDate" label={fieldWords.birthDate} required />
        <ChoiceGroup
          lang={lang}
          name="sex"
          label={fieldWords.sex}
          required
          layout="segments"
          options={[
            { value: 'male', label: fieldWords.male },
            { value: 'female', label: fieldWords.female },
          ]}
        />
        <Field
          lang={lang}
          name="identityCard.number"
          label={fieldWords.identityNumber}
          maxLength={12}
        />
        <Field lang={lang} name="address.text" label={fieldWords.address} maxLength={255} />
        <Field lang={lang} name="phone" label={fieldWords.phone} type="tel" maxLength={20} />
      </FieldGrid>
    </FieldSet>
  )
}

function ExamFields({ lang }: UnsentProps) {
  return (
    <FieldSet lang={lang} legend={words.exam}>
      <Select
        lang={lang}
        name="licenceClass"
        label={openingWords.licenceClass}
        required
        options={licenceClasses.map((value) => ({ value, label: classInGroup(value) }))}
      />
      <ChoiceGroup
        lang={lang}
        name="purpose"
        label={openingWords.purpose}
        required
        layout="segments"
        options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
      />
    </FieldSet>
  )
}

function HeldFields({ lang }: UnsentProps) {
  const classes = [...new Set<string>([...oldClasses, ...licenceClasses])]
  return (
    <details>
      <summary>{say(words.held, lang)}</summary>
      <FieldGrid columns={2}>
        <Field lang={lang} name="heldLicence.number" label={openingWords.number} maxLength={30} />
        <Select
          lang={lang}
          name="heldLicence.class"
          label={openingWords.heldClass}
          options={classes
            .filter((name) => name !== 'XMCD')
            .map((value) => ({ value, label: value }))}
        />
        <Select
          lang={lang}
          name="heldLicence.scheme"
          label={openingWords.scheme}
          options={[
            { value: 'pre-2025', label: openingWords.schemeOld },
            { value: '2025', label: openingWords.schemeNew },
          ]}
        />
        <DateField lang={lang} name="heldLicence.expiresOn" label={openingWords.expiresOn} />
      </FieldGrid>
    </details>
  )
}

function Consents({ lang }: UnsentProps) {
  return (
    <FieldSet lang={lang} legend={openingWords.consents}>
      <CheckField
        lang={lang}
        name="consents.exam"
        label={consentWording.exam.text}
        value="true"
        required
      />
      <CheckField
        lang={lang}
        name="consents.renewal"
        label={consentWording.renewal.text}
        value="true"
      />
    </FieldSet>
  )
}

/** The driver's exam first; a desk that also registers seldom bills anything else. */
function BillFields(props: UnsentProps) {
  const { lang, rights, prices } = props
  const usual = prices.filter(({ code }) => code === DRIVER_EXAM)
  const others = prices.filter(({ code }) => code !== DRIVER_EXAM)
  return (
    <FieldSet lang={lang} legend={words.bill}>
      {!rights.register && <KnownField {...props} />}
      {usual.map((price) => (
        <PriceField {...props} price={price} />
      ))}
      <details>
        <summary>{say(words.otherServices, lang)}</summary>
        {others.map((price) => (
          <PriceField {...props} price={price} />
        ))}
      </details>
      {rights.register && (
        <details>
          <summary>{say(words.billOnly, lang)}</summary>
          <KnownField {...props} />
        </details>
      )}
    </FieldSet>
  )
}

function KnownField({ lang, rights }: UnsentProps) {
  return (
    <Select
      lang={lang}
      name="exam"
      label={words.billOnly}
      hint={rights.register ? words.billOnlyHint : undefined}
      options={[]}
      blank
    />
  )
}

function PriceField({ lang, rights, price }: UnsentProps & { price: PriceRow }) {
  const { code, name, amount } = price
  return (
    <CheckField
      lang={lang}
      name={`bill.${code}`}
      label={`${name} · ${amountText(amount, lang)}`}
      value="1"
      checked={!rights.register && code === DRIVER_EXAM}
    />
  )
}
