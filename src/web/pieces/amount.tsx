import { type Dong, formatDong } from '../../core/money.ts'
import type { Lang } from '../../core/text.ts'
import { classes } from './label.ts'

/** Money by the reader's habit: `305.000 đ` or `305,000 đ`. */
export function amountText(amount: Dong, lang: Lang): string {
  const text = formatDong(amount)
  return lang === 'vi' ? text : text.replaceAll('.', ',')
}

export function Amount(props: { lang: Lang; amount: Dong; size?: 'large' | undefined }) {
  return (
    <span class={classes('amount', props.size && `amount-${props.size}`)}>
      {amountText(props.amount, props.lang)}
    </span>
  )
}
