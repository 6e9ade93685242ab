import { passer } from '../../fixtures/cast/crowd.ts'
import type { Arrival } from '../../fixtures/story/desks.ts'
import type { Furnished } from './clinic.ts'
import { writeAtCursor } from './cursor.ts'
import type { Walker } from './walker.ts'

/** What somebody of a role comes to do, walked by keyboard from the sign-in page to its end. */
export type Journey = {
  role: string
  walk(walker: Walker, furnished: Furnished): Promise<void>
}

let serial = 5_000

async function newArrival({ desks }: Furnished): Promise<Arrival> {
  serial += 1
  return desks.arrive({ cardQr: passer(serial).cardQr, licenceClass: 'B', purpose: 'new' })
}

const uuid = '[0-9a-f-]{36}'

export const journeys: readonly Journey[] = [
  {
    role: 'reception',
    async walk(walker) {
      await walker.signIn('tiepdon')
      await walker.follow('main a[href="/patients/new"]')
      await walker.arrive('**/patients/new')
      serial += 1
      await writeAtCursor(walker.page, passer(serial).cardQr)
      await walker.press('Enter')
      await walker.arrive(new RegExp(`/patients/${uuid}`))
      await walker.follow('main a[href^="/exams/new"]')
      await walker.arrive('**/exams/new?**')
      await walker.tabTo('[name=licenceClass]')
      await walker.page.keyboard.type('A1')
      await walker.choose('purpose', 'new')
      await walker.tick('consents.exam')
      await walker.expectClean()
      await walker.press('Enter')
      await walker.arrive(new RegExp(`/exams/${uuid}`))
      await walker.expectClean()
    },
  },
  {
    role: 'examiner',
    async walk(walker, furnished) {
      const { examId } = await newArrival(furnished)
      await walker.signIn('bacsi')
      await walker.page.goto(`${furnished.clinic.baseUrl}/exams`)
      await walker.follow(`a[href^="/exams/${examId}"]`)
      await walker.arrive(new RegExp(`/exams/${examId}`))
      await walker.page.goto(`${furnished.clinic.baseUrl}/exams/${examId}/sections/respiratory`)
      await walker.choose('mmrc', '0')
      await walker.press('Control+Enter')
      await walker.arrive((url: URL) => !url.pathname.endsWith('/respiratory'))
      await walker.expectClean()
    },
  },
  {
    role: 'lab',
    async walk(walker, furnished) {
      const { examId } = await newArrival(furnished)
      await walker.signIn('xetnghiem')
      await walker.page.goto(`${furnished.clinic.baseUrl}/exams/${examId}/sections/substances`)
      for (const drug of ['amphetamin', 'marijuana', 'morphin', 'codein', 'heroin']) {
        await walker.choose(drug, 'negative')
      }
      await walker.press('Control+Enter')
      await walker.arrive((url: URL) => !url.pathname.endsWith('/substances'))
      await walker.expectClean()
    },
  },
  {
    role: 'concluder',
    async walk(walker, furnished) {
      const arrival = await newArrival(furnished)
      await furnished.desks.examine(arrival)
      await walker.signIn('ketluan')
      await walker.page.goto(`${furnished.clinic.baseUrl}/exams/${arrival.examId}/conclusion`)
      await walker.choose('outcome', 'fit')
      await walker.fill('[name=password]', furnished.clinic.app.castPassword)
      await walker.press('Enter')
      await walker.arrive(new RegExp(`/exams/${arrival.examId}($|\\?)`))
      await walker.tabTo(`a[href$="certificate.pdf"]`)
      await walker.expectClean()
    },
  },
  {
    role: 'cashier',
    async walk(walker, furnished) {
      const { examId } = await newArrival(furnished)
      const name = passer(serial).cardQr.split('|')[2] ?? ''
      await walker.signIn('thungan')
      await walker.press('g')
      await walker.press('b')
      await walker.arrive('**/bills')
      await walker.page.waitForSelector('[name=q]:focus')
      await writeAtCursor(walker.page, name)
      await walker.press('Enter')
      await walker.arrive(/\/bills\/new\?exam=|\/bills\?q=/)
      const namesakes = new URL(walker.page.url()).pathname === '/bills'
      if (namesakes) await walker.follow(`main a[href="/bills/new?exam=${examId}"]`)
      await walker.arrive(`**/bills/new?exam=${examId}`)
      await walker.page.waitForSelector('[name="quantity-KSKLX"]:focus')
      await walker.expectClean()
      await walker.press('Enter')
      await walker.arrive(new RegExp(`/bills/${uuid}`))
      await walker.expectClean()
      await walker.page.keyboard.type('300000')
      await walker.press('Enter')
      await walker.page.waitForSelector('[data-state=balanced]')
      await walker.expectClean()
      await walker.tabTo('a[href$="/receipt.pdf"]')
      await walker.tabTo('a[href^="/bills/new?exam="]')
    },
  },
  {
    role: 'cashier-manager',
    async walk(walker, furnished) {
      const bill = await furnished.desks.issue(await newArrival(furnished))
      const memo = `khong ghi ma ${serial}`
      await furnished.desks.transfer(bill.total, memo)
      await walker.signIn('truongthungan')
      await walker.follow('a[href="/bank-transactions"]')
      await walker.arrive('**/bank-transactions')
      await walker.expectClean()
      const row = walker.page.locator('tr, li', { hasText: memo }).first()
      const href = await row.locator('a').first().getAttribute('href')
      await walker.follow(`main a[href="${href}"]`)
      await walker.arrive(`**${href}`)
      await walker.tabTo('[name=candidate]')
      await walker.press('Space')
      await walker.fill('[name=bill]', bill.number)
      await walker.press('Enter')
      await walker.page.waitForSelector('.error-summary')
      await walker.expectClean()
      await walker.fill('[name=reason]', 'Người trả đưa ảnh chụp giao dịch.')
      await walker.press('Enter')
      await walker.page.waitForSelector('main:not(:has([name=bill]))')
      await walker.expectClean()
      await walker.follow(`main a[href="/bills/${bill.id}"]`)
      await walker.page.waitForSelector('[data-state=balanced]')
      await walker.tabTo('a[href$="/receipt.pdf"]')
    },
  },
  {
    role: 'licence-desk',
    async walk(walker, furnished) {
      const arrival = await newArrival(furnished)
      await furnished.desks.examine(arrival)
      await furnished.desks.conclude(arrival, 'fit')
      await walker.signIn('giayphep')
      await walker.follow('a[href="/renewals"]')
      await walker.arrive('**/renewals')
      await walker.expectClean()
      await walker.follow('a[href="/renewals?show=open"]')
      await walker.arrive('**/renewals?show=open')
      await walker.follow('main th a[href^="/renewals/"]')
      await walker.arrive(new RegExp(`/renewals/${uuid}`))
      await walker.expectClean()
      await walker.page.goto(`${furnished.clinic.baseUrl}/transmissions`)
      await walker.follow('main th a[href^="/transmissions/"]')
      await walker.arrive(new RegExp(`/transmissions/${uuid}`))
      await walker.expectClean()
    },
  },
  {
    role: 'records',
    async walk(walker, furnished) {
      await walker.signIn('hoso')
      await walker.follow('a[href="/records"]')
      await walker.arrive('**/records')
      await walker.follow(`main a[href="/records/${furnished.visits.an.patientId}"]`)
      await walker.arrive('**/records/**')
      await walker.expectClean()
    },
  },
  {
    role: 'director',
    async walk(walker) {
      await walker.signIn('giamdoc')
      await walker.follow('a[href="/figures"]')
      await walker.arrive('**/figures')
      await walker.expectClean()
    },
  },
  {
    role: 'admin',
    async walk(walker) {
      serial += 1
      await walker.signIn('quantri')
      await walker.follow('a[href="/staff"]')
      await walker.arrive('**/staff')
      await walker.follow('main a[href="/staff/new"]')
      await walker.arrive('**/staff/new')
      await walker.fill('[name=name]', 'Trương Thị Mới')
      await walker.fill('[name=username]', `nhanvien${serial}`)
      await walker.tick('grant:reception')
      await walker.press('Enter')
      await walker.page.waitForSelector('main:not(:has([name=username]))')
      await walker.expectClean()
    },
  },
  {
    role: 'auditor',
    async walk(walker) {
      await walker.signIn('kiemsoat')
      await walker.follow('a[href="/audit"]')
      await walker.arrive('**/audit')
      await walker.expectClean()
    },
  },
  {
    role: 'patient',
    async walk(walker, furnished) {
      const arrival = await newArrival(furnished)
      const bill = await furnished.desks.issue(arrival)
      const path = await furnished.linkOf(arrival)
      await walker.page.goto(furnished.clinic.baseUrl + path)
      await walker.expectClean()
      await walker.tabTo(`a[href$="bill.pdf"]`)
      await furnished.desks.payByQr(bill)
      await walker.page.waitForSelector('[data-state=balanced], .notice-success, .badge-good')
      await walker.expectClean()
    },
  },
]
