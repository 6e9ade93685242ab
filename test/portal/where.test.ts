import { describe, expect, it } from 'vitest'
import { callNext } from '../../src/frontdesk/call-commands.ts'
import { openFloor } from '../frontdesk/floor.ts'
import { withApp } from '../support/app.ts'
import { textOf } from './own-page.ts'
import { arrive, slipOf } from './visitor.ts'

const app = withApp()

const topicsOn = async (link: string) => {
  const markup = await (await app().request(link)).text()
  const live = /data-live="([^"]+)"/.exec(markup)?.[1]?.replaceAll('&amp;', '&') ?? ''
  return new URL(live, 'http://x').searchParams.get('topics') ?? ''
}

describe('the patient’s page in a full house', () => {
  it('says the number, the door and those before; then to come in, in the title too', async () => {
    const floor = await openFloor(app())
    const [first, second] = [await arrive(app()), await arrive(app())]
    const link = await slipOf(app(), first)
    const { stationId } = await floor.ticket(first.visitId)
    const station = floor.stations.find(({ id }) => id === stationId)
    if (!station) throw new Error('nobody waits anywhere')
    const waits = await textOf(app(), link)
    expect(waits).toContain(`Chờ trước ${station.room} (${station.name})`)
    expect(waits).toContain('Bạn là người tiếp theo')
    expect(waits).toContain('Sau đó: ')
    expect(await topicsOn(link)).toContain(`station:${stationId}`)

    const doctor = floor.person('An', 'reception', 'examiner', 'lab', 'concluder', 'cashier')
    const called = await callNext(app().deps, doctor, { stationId: station.id })
    expect(called?.visitId).toBe(first.visitId)
    const answer = await app().request(link, { headers: { 'accept-language': 'vi' } })
    const markup = await answer.text()
    expect(markup).toContain(`<title>Mời vào ${station.room} (${station.name}) ngay`)
    expect(await textOf(app(), link)).not.toContain('Bạn là người tiếp theo')
    expect(markup).not.toContain(second.name)
  })
})
