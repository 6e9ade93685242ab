import type { Child } from 'hono/jsx'
import { may } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import type { IconName } from '../web/pieces/icon.tsx'
import { missingForConclusion } from './conclusion.ts'
import { isMovable } from './correction.ts'
import { correctionWords } from './correction-words.ts'
import { mayDo } from './exam.ts'
import type { ExamPageProps } from './exam-views.tsx'
import { pageWords } from './page-words.ts'
import { sectionNames } from './words.ts'
import { nextSection } from './worklist.ts'

type Act = {
  href: string
  label: string
  shortcut: string
  icon?: IconName | undefined
  newTab?: boolean | undefined
}

/** What this reader does next with the exam stands first and strong, everything else is quiet. */
export function ExamActions(props: ExamPageProps): Child {
  const [first, ...others] = actsOf(props)
  return (
    <>
      {others.reverse().map((act) => (
        <ActButton lang={props.lang} act={act} />
      ))}
      {first && <ActButton lang={props.lang} act={first} primary />}
    </>
  )
}

function ActButton({ lang, act, primary }: { lang: Lang; act: Act; primary?: boolean }) {
  const { label, ...rest } = act
  return (
    <LinkButton {...rest} lang={lang} variant={primary ? 'primary' : 'secondary'}>
      {label}
    </LinkButton>
  )
}

/** In the order of how much they are the next thing to do. */
function actsOf(props: ExamPageProps): Act[] {
  return [
    certificateAct(props),
    sectionAct(props),
    concludeAct(props),
    nextPersonAct(props),
    billAct(props),
    slipAct(props),
    paperAct(props),
    correctionAct(props),
  ].filter((act) => act !== undefined)
}

function certificateAct({ lang, actor, exam }: ExamPageProps): Act | undefined {
  if (!exam.certificate || !may(actor, 'certificate:read')) return undefined
  return {
    href: `/api/v1/exams/${exam.id}/certificate.pdf`,
    label: say(pageWords.printCertificate, lang),
    shortcut: 'p',
    icon: 'print',
    newTab: true,
  }
}

function sectionAct({ lang, actor, exam }: ExamPageProps): Act | undefined {
  const section = mayDo(exam, 'record') ? nextSection(actor, exam) : undefined
  if (!section) return undefined
  const text = section === 'declaration' ? pageWords.recordNext : pageWords.examineNext
  return {
    href: `/exams/${exam.id}/sections/${section}`,
    label: say(text, lang, { section: say(sectionNames[section], lang) }),
    shortcut: 'e',
    icon: 'exam',
  }
}

/** Offered once nothing is missing; what is missing stands beside the sections until then. */
function concludeAct({ lang, actor, exam, assessment }: ExamPageProps): Act | undefined {
  if (!mayDo(exam, 'conclude') || !may(actor, 'exam:conclude')) return undefined
  if (missingForConclusion(exam, assessment).length > 0) return undefined
  return {
    href: `/exams/${exam.id}/conclusion`,
    label: say(pageWords.conclude, lang),
    shortcut: 'k',
    icon: 'check',
  }
}

function nextPersonAct({ lang, nextPerson }: ExamPageProps): Act | undefined {
  if (!nextPerson) return undefined
  return {
    href: nextPerson.href,
    label: say(pageWords.nextPerson, lang, { name: nextPerson.exam.patientName }),
    shortcut: 'n',
    icon: 'right',
  }
}

function billAct({ lang, actor, exam }: ExamPageProps): Act | undefined {
  if (!may(actor, 'invoice:issue')) return undefined
  const href = `/bills/new?exam=${exam.id}`
  return { href, label: say(pageWords.makeBill, lang), shortcut: 'b', icon: 'bill' }
}

function slipAct({ lang, actor, exam }: ExamPageProps): Act | undefined {
  if (!may(actor, 'patient:write')) return undefined
  const href = `/visits/${exam.visitId}/slip`
  return { href, label: say(pageWords.slip, lang), shortcut: 's', icon: 'qr' }
}

/** While nobody has signed for the wrong one. */
function correctionAct({ lang, actor, exam }: ExamPageProps): Act | undefined {
  if (!isMovable(exam) || !may(actor, 'exam:open')) return undefined
  const href = `/exams/${exam.id}/patient`
  return { href, label: say(correctionWords.open, lang), shortcut: 'w' }
}

function paperAct({ lang, actor, exam }: ExamPageProps): Act | undefined {
  if (!mayDo(exam, 'record') || !may(actor, 'exam:examine')) return undefined
  const href = `/exams/${exam.id}/paper-form.pdf`
  return { href, label: say(pageWords.paperForm, lang), shortcut: 'f', icon: 'print', newTab: true }
}
