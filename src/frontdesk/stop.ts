/** How a ticket's stay at a station ended. */
export const stopEndings = [
  'served',
  'finished',
  'transferred',
  'moved',
  'fetched',
  'no-show',
  'abandoned',
  'cancelled',
] as const
export type StopEnding = (typeof stopEndings)[number]
