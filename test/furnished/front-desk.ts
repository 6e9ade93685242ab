import type { Actor } from '../../src/core/actor.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { readDelimited } from '../../src/core/delimited.ts'
import { bookAppointment } from '../../src/frontdesk/appointment-commands.ts'
import { createGroup } from '../../src/frontdesk/group-commands.ts'
import { registerList, uploadList } from '../../src/frontdesk/group-list-commands.ts'
import { openSlots } from '../../src/frontdesk/slot-commands.ts'
import { deviceCookie } from '../../src/identity/device.ts'
import { createDevice, pairDevice } from '../../src/identity/device-commands.ts'
import { sql } from '../../src/platform/database.ts'
import type { TestApp } from '../support/app.ts'

export type DeviceKey = { name: string; token: string }

/** What the front desk has prepared: hours to book, who booked, a company's drivers, the screens. */
export type FrontDesk = {
  groupId: string
  /** A list that is looked at and not registered yet. */
  listId: string
  /** Path of the page on which somebody sees their own booking. */
  booking: string
  /** The same one, at the desk. */
  appointmentId: string
  keys: Record<'board' | 'kiosk', DeviceKey>
}

const head = 'STT;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Điện thoại;Hạng;Mục đích'

const registered = [
  head,
  '1;Lê Hữu Phước;12/03/1984;Nam;048084600011;0905123401;C;Đổi',
  '2;Trần Thanh Bình;25/11/1990;Nam;048090600028;0905123402;C;Đổi',
  '3;Nguyễn Thị Kim Liên;07/08/1979;Nữ;048179600035;;D;Đổi',
].join('\r\n')

const uploaded = [
  head,
  '1;Lê Hữu Phước;12/03/1984;Nam;048084600011;0905123401;C;Đổi',
  '2;Hồ Công Danh;31/02/1988;Nam;048088600042;0905123404;C;Đổi',
  '3;Phan Mỹ Duyên;19/05/1992;Nữ;048192600059;0905123405;B;Đổi',
].join('\r\n')

export async function furnishFrontDesk(app: TestApp, facilityId: string): Promise<FrontDesk> {
  const { deps } = app
  const actor: Actor = { kind: 'system', id: 'desk', name: 'Tiếp đón', facilityId }
  const plan = { from: calendarDate('2026-11-24'), to: calendarDate('2026-12-05') }
  const hours = { weekdays: [1, 2, 3, 4, 5, 6], start: 450, end: 660, minutes: 30 }
  await openSlots(deps, actor, { ...plan, ...hours, capacity: 12, publicCapacity: 8 })
  const { booking, appointmentId } = await book(app, actor)
  const groupId = await createGroup(deps, actor, {
    name: 'Công ty Vận tải Sông Hàn',
    contactName: 'Chị Ngân',
    contactPhone: '0905123400',
    licenceClass: 'C',
    purpose: 'renewal',
  })
  const upload = (text: string) =>
    uploadList(deps, actor, { groupId, list: { rows: readDelimited(text), otherSheets: [] } })
  const first = await upload(registered)
  await registerList(deps, actor, { groupId, listId: first, choices: new Map() })
  const listId = await upload(uploaded)
  const keys = { board: await pair(app, actor, 'board'), kiosk: await pair(app, actor, 'kiosk') }
  return { groupId, listId, booking, appointmentId, keys }
}

async function book({ deps }: TestApp, actor: Actor) {
  const slots = await deps.database.query<{ id: string }>(
    sql`SELECT id FROM slot WHERE starts_at > ${deps.clock.now()} ORDER BY starts_at LIMIT 12`,
  )
  const booked = (slot: number, name: string, phone: string) =>
    bookAppointment(deps, actor, {
      source: 'desk',
      booking: {
        slotId: slots[slot]?.id ?? '',
        name,
        birthDate: calendarDate('1988-04-17'),
        licenceClass: 'B',
        purpose: 'renewal',
        phone,
      },
    })
  await booked(0, 'Đỗ Xuân Lộc', '0914000111')
  await booked(1, 'Huỳnh Bảo Ngân', '0914000222')
  const { secret, appointmentId } = await booked(9, 'Võ Minh Trí', '0914000333')
  return { booking: `/book/${secret}`, appointmentId }
}

async function pair({ deps }: TestApp, actor: Actor, kind: 'board' | 'kiosk'): Promise<DeviceKey> {
  const name = kind === 'board' ? 'Bảng ở sảnh' : 'Máy tự phục vụ ở cửa'
  const { code } = await createDevice(deps, actor, { kind, name })
  const { token } = await pairDevice(deps, code)
  return { name: deviceCookie(kind), token }
}
