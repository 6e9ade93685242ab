import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { type Section, sections } from '../../src/exams/findings.ts'
import { typedOf } from '../../src/exams/typed-section.ts'
import { bodyOf, type Desks, openDesks, openExam } from '../exams/desk.ts'
import { enrolStaff, staffPassword } from '../exams/staff.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
let desks: Desks
let site: ServedApp
let browser: Browser
let page: Page
let pressed = 0

beforeAll(async () => {
  desks = await openDesks(app())
  await enrolStaff(app())
  site = await serveApp(app())
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function press(key: string): Promise<void> {
  pressed += 1
  await page.keyboard.press(key)
}

async function type(text: string): Promise<void> {
  pressed += text.length
  await page.keyboard.type(text)
}

type Focus = { name: string; type: string; covered: boolean; empty: boolean }

/** What has the keyboard, and whether the bar of actions or the page's edge hides it. */
function focus(): Promise<Focus> {
  return page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement
    const bar = document.querySelector('.form-actions-sticky')
    const shown = (field.closest('.choice-option') ?? field).getBoundingClientRect()
    const edge = bar?.getBoundingClientRect().top ?? innerHeight
    const covered = !bar?.contains(field) && (shown.bottom > edge + 1 || shown.top < 0)
    const { name, type } = field
    return { name, type, covered, empty: type !== 'radio' && field.value === '' }
  })
}

/** How many measurements and results are still to be typed. */
async function left(values: Record<string, string>): Promise<number> {
  const measured = Object.entries(values).filter(([, value]) => value !== 'Không')
  const typed = await page.evaluate(() => [
    ...new FormData(
      document.querySelector<HTMLFormElement>('#section-form') ?? undefined,
    ).entries(),
  ])
  const known = new Map(typed.map(([name, value]) => [name, String(value)]))
  return measured.filter(([name]) => !known.get(name)).length
}

/** Every usual answer by one key, the measurements typed, Enter from field to field, then signed. */
async function examine(section: Section): Promise<void> {
  const values = typedOf(section, fitFindings(desks.today)[section] as Record<string, unknown>)
  await press('Alt+n')
  await page.waitForSelector('.notice-warn')
  for (let steps = 0; steps < 90; steps += 1) {
    const at = await focus()
    expect(at.covered, `${section} ${at.name}`).toBe(false)
    if (at.type === 'submit' || (await left(values)) === 0) break
    const value = values[at.name]
    if (at.empty && value && value !== 'Không') await type(value)
    else if (at.type === 'radio' && value && section === 'substances') {
      const chosen = await page.isChecked(`[name="${at.name}"][value="${value}"]`)
      if (!chosen) {
        await press('1')
        continue
      }
    }
    if (at.type === 'textarea') await press('Tab')
    else await press('Enter')
  }
  await press('Control+Enter')
}

it('lets a doctor examine a whole person by the keyboard alone, and go on to the next', async () => {
  const exam = await openExam(desks, { licenceClass: 'C' })
  const after = await openExam(desks)
  const context = await browser.newContext({
    locale: 'vi',
    viewport: { width: 1366, height: 768 },
  })
  page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.addInitScript(() => {
    for (const kind of ['mousedown', 'pointerdown', 'touchstart']) {
      addEventListener(kind, () => sessionStorage.setItem('pointed', kind), true)
    }
  })
  await page.goto(`${site.url}/exams`)
  await type('thu.bacsi')
  await press('Tab')
  await type(staffPassword)
  await press('Enter')
  await page.waitForSelector('h1:has-text("Lượt khám")')
  pressed = 0
  await press('n')
  for (const section of sections) {
    await page.waitForURL(`**/exams/${exam.id}/sections/${section}**`)
    await page.waitForFunction(() => document.activeElement?.closest('.exam-form'))
    await examine(section)
  }
  await page.waitForURL((url) => url.pathname === `/exams/${exam.id}`)
  const recorded = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
  expect(sections.map((section) => recorded.sections[section].state)).toEqual(
    sections.map(() => 'signed'),
  )
  expect(recorded.assessment).toMatchObject({ outcome: 'fit', missing: [] })
  expect(recorded.sections.eyes.findings.acuity.both.uncorrected).toBe(10)
  const keys = pressed
  await page.waitForSelector('.page-actions .button-primary:has-text("Người tiếp theo")')
  await press('n')
  await page.waitForURL(`**/exams/${after.id}/sections/declaration`)
  expect(await page.evaluate(() => sessionStorage.getItem('pointed'))).toBe(null)
  expect(faults).toEqual([])
  // Far fewer keys than there are answers; what is typed are the measurements.
  expect(keys).toBeLessThan(120)
  console.info(`a whole class-C exam by one doctor: ${keys} keys`)
  await context.close()
})
