import { describe, expect, it } from 'vitest'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { asked, declared, unanswered, withNo } from '../../src/portal/declare.ts'
import { withApp } from '../support/app.ts'
import { formOn, textOf } from './own-page.ts'
import { arrive, concludeFit, examine, slipOf } from './visitor.ts'

const app = withApp()
const { typed: allNo } = withNo({})
const pledged = { ...allNo, pledge: 'on' }

const recorded = async (examId: string) => {
  const [row] = await app().deps.database.query<{
    state: string
    by_name: string
    findings: Record<string, never>
  }>(sql`SELECT state, by_name, findings FROM exam_section
    WHERE exam_id = ${examId} AND section = 'declaration'`)
  return row
}

describe('the declaration on the phone', () => {
  it('is written down as the patient’s own, unsigned, with the day it was sent', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    expect(await textOf(app(), link)).toContain('Khai ngay trên điện thoại này')
    const { send } = await formOn(app(), `${link}/declaration`, '/declaration')
    const told = {
      'personal.hypertension.answer': 'true',
      'personal.hypertension.detail': 'uống thuốc từ 2020',
      medicines: 'amlodipin 5 mg',
    }
    const answer = await send({ ...pledged, ...told })
    expect(answer.headers.get('location')).toBe(`${link}?said=declared`)
    const section = await recorded(visitor.examId)
    expect(section).toMatchObject({ state: 'draft', by_name: visitor.name })
    expect(section?.findings).toMatchObject({
      personal: { hypertension: { answer: true, detail: 'uống thuốc từ 2020' } },
      medicines: 'amlodipin 5 mg',
      signedAt: calendarDateOf(app().clock.now()),
    })
    expect(await textOf(app(), `${link}?said=declared`)).toContain('Đã gửi tờ khai.')
  })

  it('is told to the doctor as such, and is theirs once they sign', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send } = await formOn(app(), `${link}/declaration`, '/declaration')
    await send(pledged)
    const again = await formOn(app(), `${link}/declaration`, '/declaration')
    const page = await visitor.caller.get(`/exams/${visitor.examId}/sections/declaration`, {
      accept: 'text/html',
      'accept-language': 'vi',
    })
    expect(await page.text()).toContain('Người khám tự khai trên điện thoại')
    await examine(app(), visitor)
    expect(await recorded(visitor.examId)).toMatchObject({ state: 'signed' })
    expect(await textOf(app(), `${link}/declaration`)).toContain('Bác sĩ đã ký tờ khai.')
    const late = await again.send({ ...pledged, medicines: 'khác' })
    expect(late.headers.get('location')).toBe(`${link}/declaration`)
    expect(await recorded(visitor.examId)).toMatchObject({ state: 'signed' })
  })

  it('comes back with everything typed when something is missing', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send } = await formOn(app(), `${link}/declaration`, '/declaration')
    const answer = await send({ medicines: 'thuốc ho', 'personal.spine.answer': 'true' })
    expect(answer.status).toBe(422)
    const markup = await answer.text()
    expect(markup).toContain('thuốc ho')
    expect(markup).toContain('Chọn có hoặc không.')
    expect(markup).toContain('Đánh dấu cam đoan')
    expect(markup).toContain('href="#f-personal-spine-detail"')
    expect(await recorded(visitor.examId)).toBeUndefined()
  })

  it('answers the rest with no on request, keeps every yes and records nothing by it', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send, to } = await formOn(app(), `${link}/declaration`, '/declaration')
    const answer = await send({ 'family.cancer.answer': 'true' }, `${to}/rest`)
    const markup = await answer.text()
    expect(markup).toContain(`Đã chọn "không" cho 28 câu.`.replaceAll('"', '&quot;'))
    const chosen = [...markup.matchAll(/<input type="radio"[^>]*value="(\w+)" checked/g)]
    expect(chosen.filter(([, value]) => value === 'false')).toHaveLength(28)
    expect(chosen.filter(([, value]) => value === 'true')).toHaveLength(1)
    expect(await recorded(visitor.examId)).toBeUndefined()
  })

  it('keeps what is typed for its writer alone, until it is sent', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send, to } = await formOn(app(), `${link}/declaration`, '/declaration')
    const kept = await send({ medicines: 'mới gõ dở' }, `${to}/draft`)
    expect(kept.status).toBe(204)
    expect(await textOf(app(), `${link}/declaration`)).toContain('mới gõ dở')
    const desk = await visitor.caller.get(`/exams/${visitor.examId}/sections/declaration`)
    expect(await desk.text()).not.toContain('mới gõ dở')
    expect(await recorded(visitor.examId)).toBeUndefined()
    await send(pledged)
    expect(await textOf(app(), `${link}/declaration`)).not.toContain('mới gõ dở')
  })

  it('says when the desk wrote it meanwhile, and sends over it only when asked once more', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send } = await formOn(app(), `${link}/declaration`, '/declaration')
    const reception = await app().as(['reception'])
    await reception.put(`/api/v1/exams/${visitor.examId}/sections`, {
      declaration: { medicines: 'ghi ở quầy' },
    })
    const answer = await send({ ...pledged, medicines: 'gõ trên điện thoại' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('gõ trên điện thoại')
    expect((await recorded(visitor.examId))?.findings).toMatchObject({ medicines: 'ghi ở quầy' })
  })

  it('reaches its own visit only, and none that is over', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send, to } = await formOn(app(), `${link}/declaration`, '/declaration')
    await examine(app(), visitor)
    await concludeFit(visitor)
    const answer = await send(pledged)
    expect(answer.status).toBe(303)
    expect((await send({ medicines: 'x' }, `${to}/draft`)).status).toBe(404)
    const other = await arrive(app())
    expect(await recorded(other.examId)).toBeUndefined()
  })

  it.each([
    ['a NUL', { medicines: 'a\u0000b' }],
    ['a lone surrogate', { medicines: '\ud800' }],
    ['far too much', { medicines: 'x'.repeat(200_000) }],
    [
      'names of the language',
      { __proto__: 'x', constructor: 'y', 'family.__proto__.answer': 'true' },
    ],
    ['an answer that is none', { 'personal.spine.answer': 'maybe', 'personal.spine.detail': '💊' }],
  ])('answers %s without a failure', async (_what, typed) => {
    const link = await slipOf(app(), await arrive(app()))
    const { send, to } = await formOn(app(), `${link}/declaration`, '/declaration')
    for (const at of [to, `${to}/rest`, `${to}/draft`]) {
      const { status } = await send({ ...pledged, ...typed }, at)
      expect(status, at).toBeLessThan(500)
    }
    expect((await app().request(`${link}/declaration`)).status).toBe(200)
  })

  it('is forgotten as a draft with the conclusion', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send, to } = await formOn(app(), `${link}/declaration`, '/declaration')
    await send({ medicines: 'gõ dở' }, `${to}/draft`)
    await examine(app(), visitor)
    await concludeFit(visitor)
    const rows = await app().deps.database.query(
      sql`SELECT 1 FROM declaration_draft WHERE exam_id = ${visitor.examId}`,
    )
    expect(rows).toEqual([])
  })
})

describe('a typed declaration', () => {
  it('asks every question of the form and not for the day', () => {
    expect(unanswered({})).toHaveLength(29)
    expect(asked.some(({ name }) => name === 'signedAt')).toBe(false)
  })

  it.each([
    [{}, true, 29, 'nothing answered'],
    [allNo, false, 1, 'no pledge'],
    [{ ...allNo, 'personal.spine.answer': 'true' }, true, 1, 'a yes unexplained'],
    [{ ...allNo, 'personal.spine.answer': 'true', 'personal.spine.detail': ' ' }, true, 1, 'blank'],
  ])('is refused: %#', (typed, pledge, count, _why) => {
    const read = declared(typed, pledge, '2026-11-24')
    expect('errors' in read && read.errors).toHaveLength(count)
  })

  it('leaves out what was typed under a question that is answered with no', () => {
    const typed = { ...allNo, 'personal.spine.detail': 'đã gõ rồi đổi ý' }
    const read = declared(typed, true, '2026-11-24')
    expect('declaration' in read && read.declaration.personal?.spine).toEqual({ answer: false })
  })

  it('needs no words for a yes about the family', () => {
    const read = declared({ ...allNo, 'family.cancer.answer': 'true' }, true, '2026-11-24')
    expect('declaration' in read && read.declaration.family?.cancer).toEqual({ answer: true })
  })
})
