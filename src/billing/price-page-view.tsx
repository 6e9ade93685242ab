import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { PriceChange, SetPrice } from './price-setting.ts'
import { daysText, PriceMark } from './price-setting-views.tsx'
import { priceLabels, priceWords as words } from './price-words.ts'

export type PricePageProps = {
  lang: Lang
  price: SetPrice
  acts: readonly PriceChange['act'][]
  once: string
  typed?: Readonly<Record<string, string>> | undefined
  errors?: readonly FieldError[] | undefined
  /** What the reader wanted to do to a version that is no longer there. */
  stale?: string | undefined
}

/** One price: what was decided, and what may still be done about it. */
export function PricePageView(props: PricePageProps) {
  const { lang, price, stale } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={price.name}
        badge={<PriceMark lang={lang} price={price} />}
        back={{ href: '/settings/prices', label: words.title }}
        actions={
          <LinkButton href={`/settings/prices/new?of=${price.id}`} icon="plus">
            {say(words.change, lang)}
          </LinkButton>
        }
      />
      <Stack>
        {stale && (
          <Notice lang={lang} kind="warn" title={words.staleTitle} alert>
            {say(words.stale, lang, { intent: stale })}
          </Notice>
        )}
        <Panel lang={lang}>
          <DefinitionList
            lang={lang}
            items={[
              { term: words.code, value: price.code },
              {
                term: words.amount,
                value: `${amountText(price.amount, lang)} / ${price.unit}`,
              },
              { term: words.days, value: daysText(price, lang) },
              { term: words.legalSource, value: price.legalSource },
            ]}
          />
          <p class="field-hint">{say(words.frozen, lang)}</p>
        </Panel>
        {props.acts.length > 0 && (
          <Panel lang={lang} title={words.edit}>
            <div class="acts">
              {props.acts.map((act) => (
                <Act {...props} act={act} />
              ))}
            </div>
          </Panel>
        )}
      </Stack>
    </>
  )
}

function Act(props: PricePageProps & { act: PriceChange['act'] }) {
  const { lang, price, act, errors } = props
  return (
    <div class="act">
      <div class="act-text">{say(hints[act], lang)}</div>
      <Form
        lang={lang}
        action={`/settings/prices/${price.id}/${act}`}
        once={`${props.once}-${act}`}
        label={words[act]}
      >
        <input type="hidden" name="version" value={String(price.version)} />
        {act === 'end' && (
          <>
            <ErrorSummary lang={lang} errors={errors} labels={priceLabels} />
            <DateField
              lang={lang}
              name="effectiveTo"
              label={words.effectiveTo}
              value={props.typed?.effectiveTo ?? price.effectiveTo}
              error={errorFor(errors, 'effectiveTo')}
            />
          </>
        )}
        <FormActions>
          <Button lang={lang} variant={act === 'publish' ? 'primary' : 'secondary'}>
            {say(words[act], lang)}
          </Button>
        </FormActions>
      </Form>
    </div>
  )
}

const hints = {
  publish: words.publishedHint,
  end: words.endHint,
  withdraw: words.withdrawHint,
} as const
