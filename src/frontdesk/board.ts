/** What everybody in the waiting room may see: numbers and rooms, never a name. */
export type BoardStation = {
  id: string
  name: string
  room: string
  open: boolean
  current?: { number: number; state: 'called' | 'serving'; calls: number; calledAt: Date }
  waiting: number
  /** The first few numbers of the queue. */
  next: number[]
  /** How long somebody who queues up now would wait. */
  waitSeconds: number
}

export type Board = { at: Date; stations: BoardStation[] }
