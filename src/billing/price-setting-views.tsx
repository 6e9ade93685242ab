import type { CalendarDate } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { SETUP } from '../settings/way-back.ts'
import { settingWords } from '../settings/words.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { CheckField } from '../web/pieces/choice.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import { type PriceShow, priceShows, type SetPrice } from './price-setting.ts'
import { priceLabels, priceWords as words } from './price-words.ts'

type ListProps = { lang: Lang; prices: Record<PriceShow, SetPrice[]>; show: PriceShow }

const empties: Record<PriceShow, { title: Text; text?: Text }> = {
  now: { title: words.none, text: words.noneText },
  coming: { title: words.noneComing },
  past: { title: words.nonePast },
}

export function PriceListView({ lang, prices, show }: ListProps) {
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang)}
        back={{ href: '/settings', label: words.settings }}
        actions={
          <LinkButton
            lang={lang}
            href="/settings/prices/new"
            variant="primary"
            icon="plus"
            shortcut="n"
          >
            {say(words.add, lang)}
          </LinkButton>
        }
      />
      <Stack>
        <Tabs
          lang={lang}
          label={words.views}
          tabs={priceShows.map((each) => ({
            href: each === 'now' ? '/settings/prices' : `/settings/prices?show=${each}`,
            label: words[each],
            count: prices[each].length,
            current: each === show,
          }))}
        />
        <Panel lang={lang} flush>
          <DataTable
            lang={lang}
            caption={words.title}
            rows={prices[show]}
            href={({ id }) => `/settings/prices/${id}`}
            empty={<EmptyState lang={lang} icon="bill" {...empties[show]} />}
            columns={[
              {
                label: words.name,
                head: true,
                cell: (price) => (
                  <>
                    {price.name} <span class="price-code">{price.code}</span>
                  </>
                ),
              },
              {
                label: words.amount,
                align: 'end',
                narrow: true,
                cell: ({ amount, unit }) => `${amountText(amount, lang)} / ${unit}`,
              },
              { label: words.days, cell: (price) => daysText(price, lang) },
              {
                label: words.legalSource,
                minor: true,
                cell: ({ legalSource }) => <span class="soft">{legalSource}</span>,
              },
              {
                label: words.published,
                narrow: true,
                cell: (price) => <PriceMark lang={lang} price={price} />,
              },
            ]}
          />
        </Panel>
      </Stack>
    </>
  )
}

/** Being published and decided is the rule and says nothing. */
export function PriceMark({ lang, price }: { lang: Lang; price: SetPrice }) {
  if (!price.published) return <StatusBadge lang={lang} tone="warn" label={words.unpublished} />
  if (price.illustrative) {
    return <StatusBadge lang={lang} tone="quiet" label={words.illustrative} />
  }
  return null
}

export function daysText(price: SetPrice, lang: Lang): string {
  const from = dateText(price.effectiveFrom, lang)
  if (!price.effectiveTo) return say(words.fromOn, lang, { from })
  return say(words.fromTo, lang, { from, to: dateText(price.effectiveTo, lang) })
}

type FormProps = {
  lang: Lang
  values: Readonly<Record<string, string>>
  errors?: readonly FieldError[] | undefined
  once: string
  /** Opened from the first-run assistant. */
  setup: boolean
}

export function NewPriceView({ lang, values, errors, once, setup }: FormProps) {
  const field = (name: 'code' | 'name' | 'unit' | 'legalSource') => ({
    ...{ lang, name, label: words[name], value: values[name], error: errorFor(errors, name) },
    required: true,
  })
  return (
    <>
      <PageHead
        lang={lang}
        title={words.add}
        lead={say(words.addLead, lang)}
        back={setup ? setupBack : { href: '/settings/prices', label: words.title }}
      />
      <Panel lang={lang}>
        <Form lang={lang} action="/settings/prices" once={once} keep="price">
          <ErrorSummary lang={lang} errors={errors} labels={priceLabels} />
          {setup && <input type="hidden" name="from" value="setup" />}
          <FieldGrid>
            <Field {...field('code')} hint={words.codeHint} maxLength={30} autofocus={!errors} />
            <Field {...field('name')} maxLength={200} />
            <Field
              {...{ lang, required: true }}
              name="amount"
              type="number"
              decimals={0}
              size="medium"
              label={words.amount}
              value={values.amount}
              error={errorFor(errors, 'amount')}
            />
            <Field {...field('unit')} maxLength={20} size="medium" />
          </FieldGrid>
          <Field {...field('legalSource')} hint={words.sourceHint} size="full" maxLength={300} />
          <FieldGrid>
            <DateField
              {...{ lang, required: true }}
              name="effectiveFrom"
              label={words.effectiveFrom}
              value={values.effectiveFrom}
              error={errorFor(errors, 'effectiveFrom')}
            />
            <DateField
              {...{ lang, optional: true }}
              name="effectiveTo"
              label={words.effectiveTo}
              value={values.effectiveTo}
              error={errorFor(errors, 'effectiveTo')}
            />
          </FieldGrid>
          <CheckField
            lang={lang}
            name="published"
            label={words.published}
            hint={words.publishedHint}
            checked={values.published !== undefined}
          />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.save, lang)}
            </Button>
            <LinkButton href="/settings/prices" variant="quiet">
              {say(words.cancel, lang)}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}

const setupBack = { href: SETUP, label: settingWords.setup }

/** What the form shows first: the exam while it has no price, then a new service or a new amount. */
export function firstValues(
  of: Pick<SetPrice, 'code' | 'name' | 'unit'> | undefined,
  today: CalendarDate,
): Record<string, string> {
  return {
    unit: of?.unit ?? words.unitDefault.vi,
    effectiveFrom: today,
    published: 'on',
    ...(of && { code: of.code, name: of.name }),
  }
}
