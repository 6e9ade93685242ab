import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import type { Env } from './env.ts'
import type { Live } from './live.ts'
import type { Logger } from './log.ts'
import type { Once } from './once.ts'
import type { EventHandlers } from './publish.ts'

/** What a command needs of the world. The last two belong to the request at hand. */
export type Deps = {
  readonly env: Env
  readonly clock: Clock
  readonly database: Database
  readonly log: Logger
  readonly live: Live
  readonly handlers: EventHandlers
  readonly requestId?: string
  readonly once?: Once
}
