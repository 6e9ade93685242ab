import { describe, expect, it } from 'vitest'
import { addPrices } from '../../src/billing/price-commands.ts'
import type { Actor } from '../../src/core/actor.ts'
import { DomainError } from '../../src/core/errors.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'

describe('a price list that a facility decides', () => {
  const app = withApp()

  const price = {
    code: 'KSKLX-D',
    name: 'Khám sức khỏe của người lái xe hạng D',
    unit: 'lần',
    amount: 320_000,
    legalSource: 'Nghị quyết (thử)',
    effectiveFrom: '2026-01-01',
    published: true,
  }
  const terminal = async (): Promise<Actor> => {
    const [row] = await app().deps.database.query<{ id: string }>(
      sql`SELECT id FROM facility WHERE code = '48001'`,
    )
    return { kind: 'system', id: 'command-line', name: 'command line', facilityId: row?.id ?? '' }
  }

  it('can be billed by at once, at that facility only, and is not marked illustrative', async () => {
    expect(await addPrices(app().deps, await terminal(), [price])).toBe(1)
    const here = await (await app().as(['cashier'])).get('/api/v1/prices')
    expect((await here.json()).items).toContainEqual(
      expect.objectContaining({ code: 'KSKLX-D', price: 320_000 }),
    )
    const there = await (await app().as(['cashier'], { facility: '48002' })).get('/api/v1/prices')
    expect(await there.text()).not.toContain('KSKLX-D')
  })

  it('keeps the price that a code already has from that day on', async () => {
    expect(await addPrices(app().deps, await terminal(), [{ ...price, amount: 1 }])).toBe(0)
  })

  it('is refused whole with every fault named', async () => {
    const list = [
      { ...price, amount: -1 },
      { ...price, effectiveFrom: '2026-02-30', extra: 1 },
    ]
    const refusal = addPrices(app().deps, await terminal(), list)
    await expect(refusal).rejects.toThrow(DomainError)
    const { errors } = (await refusal.catch((error) => error)) as DomainError
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/0/amount', '/1/effectiveFrom', '/1/extra']),
    )
  })
})
