import { type Lang, say, type Text } from '../core/text.ts'
import type { Board, BoardStation } from '../frontdesk/board.ts'
import { numberText } from '../frontdesk/ticket.ts'
import { Button } from '../web/pieces/button.tsx'
import { classes } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { type BoardCall, callsOf, crowdOf } from './board-call.ts'
import { boardWords as words } from './board-words.ts'

type BoardProps = {
  lang: Lang
  board: Board
  facility: string
  /** Address of the stream that says when it changed. */
  stream: string
}

/** Numbers and rooms, as large as the screen allows, in both languages at once; board.js keeps it true. */
export function BoardView({ lang, board, facility, stream }: BoardProps) {
  const calls = callsOf(board)
  return (
    <article
      class="board"
      data-board={stream}
      data-board-at={board.at.toISOString()}
      data-lost={say(words.lost, lang)}
      data-lost-hint={say(words.lostHint, lang)}
    >
      <header class="board-head">
        <h1 class="board-title">
          <span class="unseen">{say(words.title, lang)}: </span>
          {facility}
        </h1>
        <div class="board-sound" data-board-sound hidden>
          <Button lang={lang} type="button" use="sound-on">
            {say(words.soundOn, lang)}
          </Button>
          <Button lang={lang} type="button" variant="quiet" use="sound-off">
            {say(words.soundOff, lang)}
          </Button>
        </div>
        <p class="board-clock" data-board-clock />
      </header>
      <p class="board-lost" role="status" data-board-lost />
      <LivePart id="board" class="board-live">
        <Latest call={calls[0]} open={board.stations.some((station) => station.open)} />
        <Stations board={board} newest={calls[0]?.station.id} />
        <Spoken calls={calls} />
      </LivePart>
    </article>
  )
}

/** Vietnamese first, English under or beside it; the board has no language of its own to choose. */
function Both({ text }: { text: Text }) {
  return (
    <span class="board-both">
      <span lang="vi">{text.vi}</span> <span lang="en">{text.en}</span>
    </span>
  )
}

function Latest({ call, open }: { call: BoardCall | undefined; open: boolean }) {
  return (
    <section class="board-latest" aria-live="polite">
      {call ? (
        <>
          <p class="board-calling">
            <Both text={words.now} />
          </p>
          <p class="board-called" data-board-latest={call.key}>
            <strong class="board-number">{numberText(call.number)}</strong>
            <span class="board-to" aria-hidden="true">
              →
            </span>
            <span class="board-room" lang="vi">
              {call.station.room}
            </span>
          </p>
        </>
      ) : (
        <p class="board-quiet">
          <Both text={open ? words.nobodyYet : words.closed} />
        </p>
      )}
    </section>
  )
}

function Stations({ board, newest }: { board: Board; newest: string | undefined }) {
  const shown = board.stations.filter((station) => station.open || station.current)
  if (shown.length === 0) return null
  return (
    <ul class={classes('board-stations', `board-${crowdOf(shown.length)}`)}>
      {shown.map((station) => (
        <Station station={station} newest={station.id === newest} />
      ))}
    </ul>
  )
}

function Station({ station, newest }: { station: BoardStation; newest: boolean }) {
  const { room, current } = station
  return (
    <li class={classes('board-station', newest && 'is-newest')}>
      <span class="board-room" lang="vi">
        {room}
      </span>
      {current ? (
        <strong class={classes('board-number', `is-${current.state}`)}>
          {numberText(current.number)}
        </strong>
      ) : (
        <span class="board-number board-none">
          <span aria-hidden="true">–</span>
          <span class="unseen">{words.nobody.vi}</span>
        </span>
      )}
    </li>
  )
}

/** What board.js has said, or has yet to say, once each. */
function Spoken({ calls }: { calls: readonly BoardCall[] }) {
  return (
    <ul hidden>
      {calls.map(({ key, spoken, calledAt }) => (
        <li
          data-call={key}
          data-called-at={calledAt.toISOString()}
          data-say-vi={spoken.vi}
          data-say-en={spoken.en}
        />
      ))}
    </ul>
  )
}
