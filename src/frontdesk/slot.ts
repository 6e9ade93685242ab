import { z } from 'zod'
import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  daysBetween,
  startOfDay,
} from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import { fill } from '../core/text.ts'
import { type Calendar, isOpenDay, type Opening, openingsOn } from '../settings/opening.ts'
import { slotWords as words } from './slot-words.ts'

/** A stretch of a day for so many people. */
export type Slot = {
  id: string
  version: number
  startsAt: Date
  minutes: number
  capacity: number
  publicCapacity: number
  booked: number
  publicBooked: number
}

/** One that is still to be opened. */
export type NewSlot = Pick<Slot, 'startsAt' | 'minutes' | 'capacity' | 'publicCapacity'>

export function freeIn(slot: Slot): number {
  return slot.capacity - slot.booked
}

/** What the public page may still give away: the desk keeps its share. */
export function publicFreeIn(slot: Slot): number {
  return Math.min(freeIn(slot), slot.publicCapacity - slot.publicBooked)
}

const day = z.custom<CalendarDate>((value) => typeof value === 'string', {
  params: { code: 'missing', text: typedDateWords.missing },
})

const clockTime = z
  .string()
  .trim()
  .refine((text) => minutesOf(text) !== undefined, {
    params: { code: 'malformed', text: words.badTime },
  })
  .transform((text) => minutesOf(text) ?? 0)

/** As it is typed: an empty field is a slip of the hand and no nought. */
export const wholeNumber = (least: number, most: number) =>
  z.coerce
    .string()
    .trim()
    .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      params: { code: 'out-of-range', text: fill(words.wholeNumber, { least, most }) },
      // What is no number is not compared with another.
      abort: true,
    })
    .transform(Number)

const MOST_DAYS = 120

/** Another number of places for one slot. */
export const capacitySchema = z
  .strictObject({ capacity: wholeNumber(0, 500), publicCapacity: wholeNumber(0, 500) })
  .refine(({ capacity, publicCapacity }) => publicCapacity <= capacity, {
    path: ['publicCapacity'],
    params: { code: 'too-many', text: words.tooManyPublic },
  })

/** The desk's form: on which days, from when to when, how long each, for how many. */
export const slotPlanSchema = z
  .strictObject({
    from: day,
    to: day,
    weekdays: z
      .array(z.number().int().min(0).max(6))
      .refine((days) => days.length > 0, { params: { code: 'missing', text: words.noWeekday } }),
    start: clockTime,
    end: clockTime,
    minutes: wholeNumber(5, 480),
    capacity: wholeNumber(1, 500),
    publicCapacity: wholeNumber(0, 500),
  })
  .superRefine((plan, context) => {
    const fault = (path: string, code: string, text: (typeof words)[keyof typeof words]) =>
      context.addIssue({ code: 'custom', path: [path], params: { code, text } })
    if (plan.to < plan.from) fault('to', 'before-from', words.beforeFrom)
    else if (daysBetween(plan.from, plan.to) >= MOST_DAYS) fault('to', 'too-long', words.tooLong)
    if (plan.start + plan.minutes > plan.end) fault('end', 'too-early', words.tooEarly)
    if (plan.publicCapacity > plan.capacity)
      fault('publicCapacity', 'too-many', words.tooManyPublic)
  })
export type SlotPlan = z.output<typeof slotPlanSchema>

/** `7:30`, `07h30` and `7h` as minutes since midnight. */
export function minutesOf(text: string): number | undefined {
  const match = /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/i.exec(text.trim())
  if (!match) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}

/** Every beginning that a plan stands for, as far as the house is open then. */
export function startsOf(plan: SlotPlan, calendar: Calendar): Date[] {
  const days = Array.from({ length: daysBetween(plan.from, plan.to) + 1 }, (_, index) =>
    addDays(plan.from, index),
  )
  const open = days.filter(
    (day) => plan.weekdays.includes(weekdayOf(day)) && isOpenDay(calendar, day),
  )
  return open.flatMap((day) => {
    const midnight = startOfDay(day).getTime()
    return minutesOn(plan, openingsOn(calendar, day)).map((at) => new Date(midnight + at * 60_000))
  })
}

function minutesOn(plan: SlotPlan, openings: readonly Opening[]): number[] {
  const starts: number[] = []
  for (let at = plan.start; at + plan.minutes <= plan.end; at += plan.minutes) starts.push(at)
  return starts.filter((at) => isWithin(openings, at, plan.minutes))
}

/** While nobody has said the hours, every hour of an open day counts. */
function isWithin(openings: readonly Opening[], at: number, minutes: number): boolean {
  if (openings.length === 0) return true
  return openings.some(
    ({ opens, closes }) =>
      at >= (minutesOf(opens) ?? 0) && at + minutes <= (minutesOf(closes) ?? 0),
  )
}

/** False for a slot on a day, or at an hour, that was closed after the slot was opened. */
export function isHeld(slot: Pick<Slot, 'startsAt' | 'minutes'>, calendar: Calendar): boolean {
  const day = calendarDateOf(slot.startsAt)
  if (!isOpenDay(calendar, day)) return false
  const at = (slot.startsAt.getTime() - startOfDay(day).getTime()) / 60_000
  return isWithin(openingsOn(calendar, day), at, slot.minutes)
}

/** 0 is Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
