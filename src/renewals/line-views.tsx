import { ageText, durationText } from '../core/duration.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { told } from '../web/pieces/label.ts'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import { answerText } from './answer.ts'
import { type BoardLine, countsDown, stoodSince, type TransmissionLine } from './board.ts'
import { deskWords as words } from './desk-words.ts'
import type { CaseState } from './renewal-case.ts'
import {
  caseStateWords,
  holdReasonWords,
  missingWords,
  transmissionStateWords,
  wordOf,
} from './state-words.ts'
import type { TransmissionState } from './transmission.ts'

const transmissionTones: Record<TransmissionState, Tone> = {
  queued: 'quiet',
  sending: 'info',
  retrying: 'warn',
  accepted: 'good',
  rejected: 'bad',
  unknown: 'warn',
  'needs-data': 'warn',
  cancelled: 'quiet',
}

export function CaseBadge({ lang, state }: { lang: Lang; state: CaseState }) {
  const tone = state === 'draft' ? 'warn' : undefined
  return <StatusBadge lang={lang} state={state} tone={tone} label={caseStateWords[state]} />
}

export function TransmissionBadge({ lang, state }: { lang: Lang; state: TransmissionState }) {
  return (
    <StatusBadge
      lang={lang}
      tone={transmissionTones[state]}
      label={transmissionStateWords[state]}
    />
  )
}

export function missingText(codes: readonly string[], lang: Lang): string {
  const list = codes.map((code) => say(wordOf(missingWords, code), lang)).join(', ')
  return say(words.missing, lang, { list })
}

const onItsWay: readonly TransmissionState[] = ['queued', 'sending']

/** Why a line stands where it stands: the certificate's trouble first, since the case waits for it. */
export function reasonText(line: BoardLine, lang: Lang): string {
  const { transmission, case: held } = line
  const waits = transmission && transmission.state !== 'accepted'
  if (waits && !onItsWay.includes(transmission.state)) return transmissionText(transmission, lang)
  if (held?.holdReason) return withNote(say(holdReasonWords[held.holdReason], lang), held.note)
  if (held?.missing.length) return missingText(held.missing, lang)
  if (waits) return transmissionText(transmission, lang)
  if (held?.state === 'ready' && transmission) return say(words.waitsForHandIn, lang)
  return held ? caseText(held, lang) : ''
}

function caseText(held: NonNullable<BoardLine['case']>, lang: Lang): string {
  const { state, lastAnswer, note } = held
  if (state === 'rejected') {
    const ground = note ?? (lastAnswer && told(answerText(lastAnswer), lang))
    return withNote(say(caseStateWords.rejected, lang), ground)
  }
  if (state === 'requested') return say(words.waitsForAuthority, lang)
  return state === 'ready' ? say(words.waitsForCertificate, lang) : ''
}

function withNote(text: string, note: string | undefined): string {
  return note ? `${text}: ${note}` : text
}

function transmissionText(line: TransmissionLine, lang: Lang): string {
  const { state, missing, lastAnswer } = line
  if (missing.length > 0) return missingText(missing, lang)
  if (state === 'unknown') return say(words.noAnswer, lang)
  if (state === 'retrying') {
    return say(words.notReached, lang, { answer: told(answerText(lastAnswer ?? '—'), lang) })
  }
  const word = say(transmissionStateWords[state], lang)
  return state === 'rejected' && lastAnswer
    ? `${word}: ${told(answerText(lastAnswer), lang)}`
    : word
}

export function Reason({ lang, line }: { lang: Lang; line: BoardLine }) {
  const text = reasonText(line, lang)
  return text ? <span class="board-reason">{text}</span> : null
}

export function Age({ lang, line, now }: { lang: Lang; line: BoardLine; now: Date }) {
  const since = stoodSince(line)
  return since ? <span>{told(ageText(since, now), lang)}</span> : null
}

export function Deadline({ lang, line, now }: { lang: Lang; line: BoardLine; now: Date }) {
  if (!countsDown(line) || !line.transmission) return null
  const text = deadlineText(line.transmission.dueAt, now)
  const late = line.transmission.dueAt < now
  return late ? (
    <StatusBadge lang={lang} tone="bad" label={text} />
  ) : (
    <span>{told(text, lang)}</span>
  )
}

export function deadlineText(dueAt: Date, now: Date): Text {
  const left = dueAt.getTime() - now.getTime()
  const time = durationText(left)
  const sentence = left >= 0 ? words.left : words.overdue
  return {
    vi: say(sentence, 'vi', { time: time.vi }),
    en: say(sentence, 'en', { time: time.en }),
  }
}
