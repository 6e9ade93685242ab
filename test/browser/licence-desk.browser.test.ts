import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { looks } from '../furnished/eyes.ts'
import { type Walker, walk } from '../furnished/walker.ts'
import { conclude, type Visit, withClinic } from '../renewals/clinic.ts'
import { openChromium } from '../support/chromium.ts'
import { overflowOf } from '../support/page-faults.ts'

const clinic = withClinic()
let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

const desk = looks.find(({ size }) => size === 'desktop')
const phoneAtNight = looks.find(({ size, scheme }) => size === 'phone' && scheme === 'dark')

async function atDesk(journey: (walker: Walker) => Promise<void>, look = desk): Promise<void> {
  if (!look) throw new Error('no such look')
  await walk(browser, { clinic: clinic() }, look, async (walker) => {
    await walker.signIn('giayphep')
    await journey(walker)
  })
}

type Opened = { caseId: string; transmissionId: string }

async function opened(visit: Visit = {}): Promise<Opened> {
  const { examId } = await conclude(clinic(), visit)
  const [row] = await clinic().app.deps.database.query<Opened>(sql`
    SELECT c.id AS "caseId", t.id AS "transmissionId" FROM transmission t
    LEFT JOIN renewal_case c ON c.exam_id = t.exam_id WHERE t.exam_id = ${examId}`)
  if (!row) throw new Error('nothing was opened')
  return row
}

const stateOf = async (caseId: string) => {
  const [row] = await clinic().app.deps.database.query<{ state: string }>(
    sql`SELECT state FROM renewal_case WHERE id = ${caseId}`,
  )
  return row?.state
}

const reaches = (caseId: string, state: string) =>
  expect.poll(() => stateOf(caseId), { timeout: 15_000 }).toBe(state)

const shows = ({ page }: Walker, words: string) =>
  page.getByText(words).first().waitFor({ timeout: 15_000 })

const open = ({ page }: Walker, path: string) => page.goto(clinic().baseUrl + path)

describe('the licence desk, by keyboard alone', () => {
  it('holds a case, and takes it back', async () => {
    const { caseId } = await opened()
    await reaches(caseId, 'requested')
    await atDesk(async (walker) => {
      await open(walker, '/renewals?show=all')
      await walker.expectClean()
      await walker.follow(`a[href="/renewals/${caseId}"]`)
      await walker.arrive(`**/renewals/${caseId}`)
      await walker.expectClean()
      await walker.follow('#act-hold > summary')
      await walker.fill('[name=hold-reason]', 'Chờ người khám xác nhận hạng.')
      await walker.press('Enter')
      await walker.arrive((url) => url.pathname === `/renewals/${caseId}`)
      await shows(walker, 'Đã tạm giữ hồ sơ.')
      expect(await stateOf(caseId)).toBe('on-hold')
      await walker.expectClean()
      await walker.press('z')
      await shows(walker, 'Hồ sơ đã đi tiếp.')
      expect(await stateOf(caseId)).not.toBe('on-hold')
      await walker.expectClean()
    })
  })

  it('undoes letting a case go on that has not left the house', async () => {
    const { caseId } = await opened({ outcome: 'fit-subject-to-review', ward: null })
    await atDesk(async (walker) => {
      await open(walker, `/renewals/${caseId}`)
      await walker.follow('#act-release > summary')
      await walker.fill('[name=release-reason]', 'Đã khám lại.')
      await walker.press('Enter')
      await shows(walker, 'Hồ sơ đã đi tiếp.')
      expect(await stateOf(caseId)).toBe('ready')
      await walker.press('z')
      await shows(walker, 'Hoàn tác việc cho đi tiếp')
      const [row] = await clinic().app.deps.database.query<{ hold_reason: string }>(
        sql`SELECT hold_reason FROM renewal_case WHERE id = ${caseId}`,
      )
      expect(row?.hold_reason).toBe('fit-subject-to-review')
    })
  })

  it('adds what is missing, and sees the case leave', async () => {
    const { caseId } = await opened({ heldLicence: null })
    await atDesk(async (walker) => {
      await open(walker, `/renewals/${caseId}`)
      await walker.expectClean()
      await walker.fill('[name=number]', '480112345678')
      await walker.tabTo('[name=class]')
      await walker.page.keyboard.type('B2')
      await walker.tabTo('[name=scheme]')
      await walker.press('ArrowDown')
      await walker.fill('[name=expiresOn]', '30/2/2027')
      await walker.press('Enter')
      await shows(walker, 'Chưa lưu được')
      await walker.expectClean()
      await walker.fill('[name=expiresOn]', '28/2/2027')
      await walker.press('Enter')
      await shows(walker, 'Đã lưu dữ liệu bổ sung.')
      await shows(walker, 'Đã nộp')
      await reaches(caseId, 'requested')
    })
  })

  it('is asked before a case is withdrawn, and may think better of it', async () => {
    const { caseId } = await opened({ ward: null })
    await atDesk(async (walker) => {
      await open(walker, `/renewals/${caseId}`)
      await walker.follow('a[href$="/withdraw"]')
      await walker.page.waitForSelector('dialog[open]')
      await walker.expectClean()
      await walker.press('Escape')
      expect(await stateOf(caseId)).not.toBe('cancelled')
      await walker.press('Enter')
      await walker.page.waitForSelector('dialog[open]')
      await walker.fill('[name=withdraw-reason]', 'Người khám không đổi nữa.')
      await walker.press('Enter')
      await shows(walker, 'Đã rút hồ sơ.')
      expect(await stateOf(caseId)).toBe('cancelled')
      await walker.expectClean()
    })
  })

  it('learns what became of a certificate whose answer was lost', async () => {
    const { transmissionId } = await opened({ ward: null })
    await clinic().app.deps.database.query(sql`
      UPDATE transmission SET state = 'unknown', missing = '{}', last_answer = 'no answer in time'
      WHERE id = ${transmissionId}`)
    await atDesk(async (walker) => {
      await open(walker, `/transmissions/${transmissionId}`)
      await shows(walker, 'hết thời gian chờ trả lời')
      await walker.expectClean()
      await walker.fill('[name=confirm-reason]', 'Thấy số giấy trên cổng.')
      await walker.press('Enter')
      await shows(walker, 'Giấy khám đã có trên cổng giám định BHYT.')
      await walker.expectClean()
    })
  })

  it('finds its pages whole on a phone at night', async () => {
    const { caseId, transmissionId } = await opened({ heldLicence: null, ward: null })
    await atDesk(async (walker) => {
      const lists = ['/renewals', '/renewals?show=all', '/transmissions?show=all']
      const pages = [`/renewals/${caseId}`, `/transmissions/${transmissionId}`]
      for (const path of [...lists, ...pages, `${pages[1]}/resend`]) {
        await open(walker, path)
        await walker.expectClean()
        expect(await overflowOf(walker.page), path).toBe(0)
      }
    }, phoneAtNight)
  })
})

it('asks on a page of its own where no script runs', async () => {
  const { caseId } = await opened({ ward: null })
  const caller = await clinic().app.as(['licence-desk'])
  const asked = await caller.get(`/renewals/${caseId}/withdraw`, { accept: 'text/html' })
  expect(await asked.text()).toContain('name="withdraw-reason"')
})
