import { expect } from 'vitest'
import { declarationFields } from '../../src/exams/fields/declaration.ts'
import { type KioskStep, kioskSteps } from '../../src/portal/kiosk.ts'
import type { DeviceBrowser } from '../identity/device-cast.ts'

export type Answers = Record<KioskStep, Record<string, string>>

const no = (part: 'family' | 'personal') =>
  Object.fromEntries(
    declarationFields
      .filter(({ name }) => name.startsWith(`${part}.`) && name.endsWith('.answer'))
      .map(({ name }) => [name, 'false']),
  )

/** Someone who types what stands on their card, and has nothing to declare. */
export function answersOf(person: {
  name: string
  birthDate: string
  sex: 'male' | 'female'
  number: string
}): Answers {
  const { number, ...typed } = person
  return {
    card: {},
    person: { ...typed, 'identityCard.number': number, phone: '0905 123 456' },
    licence: { licenceClass: 'B', purpose: 'renewal' },
    held: { act: 'no-licence' },
    family: no('family'),
    health: no('personal'),
    consent: { 'consents.exam': 'true', 'consents.renewal': 'true', declared: 'true' },
  }
}

/** Everything that the kiosk answered on the way, without what is new each time by chance. */
export async function goThrough(
  kiosk: DeviceBrowser,
  answers: Answers,
  until: KioskStep | 'done' = 'done',
): Promise<string[]> {
  const seen: string[] = []
  const note = async (answer: Response) => {
    const text = await answer.clone().text()
    seen.push(`${answer.status} ${answer.headers.get('location') ?? ''} ${withoutChance(text)}`)
    return answer
  }
  await note(await kiosk.post('/kiosk/begin', { lang: 'vi' }))
  for (const step of kioskSteps) {
    const page = await note(await kiosk.get(`/kiosk/${step}`))
    if (step === until) return seen
    const draft = draftIn(await page.text())
    const answer = await note(await kiosk.post(`/kiosk/${step}`, { draft, ...answers[step] }))
    expect(answer.status, seen.at(-1)).toBe(303)
  }
  await note(await kiosk.get('/kiosk/done'))
  return seen
}

export function draftIn(page: string): string {
  return /name="draft" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

/** Ids, seals, instants, drawn codes, the number, the queue's own room and length differ between any two. */
export function withoutChance(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
    .replace(/\d\d:\d\d/g, 'TIME')
    .replace(/<section class="place[\s\S]*?<\/section>/g, 'PLACE')
    .replace(/data-live="[^"]*"/g, 'LIVE')
    .replace(/<path d="[^"]*"/g, 'CODE')
    .replace(/viewBox="0 0 \d+ \d+"/g, 'BOX')
    .replace(/width="\d+" height="\d+" fill/g, 'SIZE fill')
    .replace(/kiosk-number">\d+/g, 'NUMBER')
    .replace(/kiosk-room">[^<]*<\/p>(<p>[^<]*<\/p>)?/g, 'ROOM')
    .replace(/LT[0-9A-Z]{6,}/g, 'BILL')
}
