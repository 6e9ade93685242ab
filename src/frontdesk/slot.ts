import { z } from 'zod'
import { addDays, type CalendarDate, daysBetween, startOfDay } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
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

const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const MOST_DAYS = 120

/** Another number of places for one slot. */
export const capacitySchema = z
  .strictObject({ capacity: number(0, 500), publicCapacity: number(0, 500) })
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
    minutes: number(5, 480),
    capacity: number(1, 500),
    publicCapacity: number(0, 500),
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

/** While nobody has said the hours, the plan alone counts. */
function minutesOn(plan: SlotPlan, openings: readonly Opening[]): number[] {
  const starts: number[] = []
  for (let at = plan.start; at + plan.minutes <= plan.end; at += plan.minutes) starts.push(at)
  if (openings.length === 0) return starts
  return starts.filter((at) =>
    openings.some(
      ({ opens, closes }) =>
        at >= (minutesOf(opens) ?? 0) && at + plan.minutes <= (minutesOf(closes) ?? 0),
    ),
  )
}

/** 0 is Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
