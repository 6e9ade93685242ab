import { DomainError, type FieldError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { today } from '../platform/clock.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { formOf } from '../web/posted.ts'
import { faultsOf, quantityName, typedItems } from './bill-form.ts'
import { billWords } from './bill-words.ts'
import { issueInvoice } from './commands.ts'
import { findBillOf, loadBillHead } from './counter-repository.ts'
import { NewBillView } from './new-bill-view.tsx'
import { DRIVER_EXAM, type PriceRow } from './price.ts'
import { listPrices } from './price-repository.ts'

type Refused = { errors: readonly FieldError[]; form: Readonly<Record<string, string>> }

export async function showNewBill(
  c: AppContext,
  exam: string,
  refused?: Refused,
): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const examId = requireId(exam, billWords.anExam)
  const [head, prices, existing] = await Promise.all([
    loadBillHead(database, facilityId, examId),
    billable(c),
    findBillOf(database, facilityId, examId),
  ])
  const quantities: Record<string, string> = refused
    ? Object.fromEntries(prices.map(({ code }) => [code, refused.form[quantityName(code)] ?? '']))
    : { [DRIVER_EXAM]: '1' }
  const props = { lang: c.get('lang'), examId, head, prices, quantities, existing }
  return page(
    c,
    {
      title: billWords.newTitle,
      status: refused ? 422 : 200,
      section: '/bills',
      scripts: ['cashier.js'],
      width: 'wide',
    },
    <NewBillView {...props} once={clock.id()} errors={refused?.errors ?? []} />,
  )
}

/** What may be billed today, the driver exam first. */
export async function billable(c: AppContext): Promise<PriceRow[]> {
  const { database, clock } = c.get('deps')
  const rows = await listPrices(database, c.get('actor').facilityId, today(clock))
  const first = (row: PriceRow) => (row.code === DRIVER_EXAM ? 0 : 1)
  return rows.filter(({ published }) => published).sort((a, b) => first(a) - first(b))
}

export async function postBill(c: AppContext): Promise<Response> {
  const form = await formOf(c)
  const examId = form.exam ?? ''
  try {
    const codes = (await billable(c)).map(({ code }) => code)
    const items = typedItems(form, codes)
    return await redirectAfter(c, {
      run: (deps) =>
        issueInvoice(deps, c.get('actor'), {
          examId,
          items,
          beside: form.beside || null,
        }),
      to: ({ id }) => `/bills/${id}?said=issued`,
    })
  } catch (error) {
    const errors = isBilled(error) ? [] : faultsOf(error)
    return showNewBill(c, examId, { errors, form })
  }
}

/** Billed by somebody else since the form was shown: the page now shows that bill, and asks again. */
function isBilled(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'already-billed'
}
