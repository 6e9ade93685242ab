import type { QueueLine } from '../frontdesk/queue-line.ts'

/** The station that somebody sits at now, with whoever is there or waits there. */
export type Seat = { stationId: string; name: string; room: string; lines: readonly QueueLine[] }
