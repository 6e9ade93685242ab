import { calendarDateOf } from '../core/calendar-date.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { recordView } from '../platform/publish.ts'
import { answer, expectedVersion } from '../web/answer.ts'
import { apiApp } from '../web/api-app.ts'
import type { AppContext } from '../web/context.ts'
import { alcoholLimits } from './alcohol-limits.ts'
import {
  assessExam,
  assessFindings,
  certificate,
  conclude,
  list,
  open,
  read,
  recordAll,
  recordOne,
  recordUnknown,
} from './api-contract.ts'
import { assessRequest } from './assessment-request.ts'
import { openExam, recordSections } from './commands.ts'
import { concludeExam } from './conclusion-commands.ts'
import { assessmentOf, type Exam } from './exam.ts'
import type { Findings } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { listingOf, pageOf } from './listing.ts'
import { isPaid, listExams } from './listing-repository.ts'
import { presentCertificate, presentExam } from './presentation.ts'
import { printCertificate } from './print-commands.ts'
import { findExam } from './repository.ts'
import { visibleSections } from './visibility.ts'
import { things, words } from './words.ts'

/** The machine's way in (api.md, exams). */
export function examApi() {
  const api = apiApp()
  api.openapi(open, (c) => {
    const { patientId, ...rest } = c.req.valid('json')
    const intake = { ...rest, patientId: requireId(patientId, things.patient) }
    return answer<Exam>(c, {
      status: 201,
      run: (deps) => openExam(deps, c.get('actor'), intake),
      body: (exam) => presented(c, exam),
      headers: (exam) => ({ Location: `/api/v1/exams/${exam.id}` }),
    }) as never
  })
  api.openapi(list, async (c) => {
    const listing = listingOf(c.req.valid('query'))
    const found = await listExams(c.get('deps').database, c.get('actor').facilityId, listing)
    const { items, next } = pageOf(found, listing.limit)
    const shown = items.map(({ createdAt, birthDate: _, disabledApplicant: __, ...item }) => ({
      ...item,
      createdAt: createdAt.toISOString(),
    }))
    return c.json({ items: shown, ...(next && { next }) }, 200) as never
  })
  api.openapi(read, async (c) => {
    const exam = await examAt(c)
    return c.json(presented(c, exam), 200, { ETag: `"${exam.version}"` }) as never
  })
  api.openapi(recordAll, (c) => record(c, c.req.valid('json'), '') as never)
  for (const { section, route } of recordOne) {
    api.openapi(route, (c) => {
      const findings = { [section]: c.req.valid('json') } as Findings
      return record(c, findings, section) as never
    })
  }
  api.openapi(recordUnknown, () => {
    throw invalid([{ pointer: '', code: 'unknown-section', message: words.unknownSection }])
  })
  api.openapi(assessExam, async (c) => c.json(assessed(c, await examAt(c)), 200) as never)
  api.openapi(assessFindings, (c) => {
    const limits = alcoholLimits(c.get('deps').env)
    return c.json(assessRequest(c.req.valid('json'), limits), 200) as never
  })
  api.openapi(conclude, (c) => {
    const request = { ...c.req.valid('json'), examId: examIdOf(c), version: expectedVersion(c) }
    return answer<Exam>(c, {
      status: 200,
      run: (deps) => concludeExam(deps, c.get('actor'), request),
      body: (exam) => presentedConclusion(c, exam),
    }) as never
  })
  api.openapi(certificate, async (c) => {
    const { deps, actor } = c.var
    const exam = await findExam(deps.database, actor.facilityId, examIdOf(c))
    if (!exam) throw notFound(things.exam)
    if (!exam.certificate) throw conflict('exam-not-concluded', words.notConcluded)
    const released = deps.env.RELEASE_CERTIFICATE_UNPAID || (await isPaid(deps.database, exam.id))
    const bytes = await printCertificate(deps, actor, exam.id, released ? undefined : 'unpaid')
    return c.body(Buffer.from(bytes), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${fileName(exam)}"`,
      'Cache-Control': 'private, no-store',
    }) as never
  })
  return api
}

function fileName({ certificate: paper }: Exam): string {
  return `GKSKLX-${(paper?.number ?? '').replaceAll('/', '-')}.pdf`
}

function record(c: AppContext, findings: Findings, section: string): Promise<Response> {
  const input = { examId: examIdOf(c), findings, version: expectedVersion(c), section }
  return answer<Exam>(c, {
    status: 200,
    run: (deps) => recordSections(deps, c.get('actor'), input),
    body: (exam) => presented(c, exam),
  })
}

function examIdOf(c: AppContext): string {
  return requireId(c.req.param('id') ?? '', things.exam)
}

/** The exam, and a line in the log of views when its findings are shown. */
async function examAt(c: AppContext): Promise<Exam> {
  const { deps, actor } = c.var
  const exam = await findExam(deps.database, actor.facilityId, examIdOf(c))
  if (!exam) throw notFound(things.exam)
  if (visibleSections(actor).size > 0) {
    const { id: subjectId, patientId } = exam
    await recordView(deps, actor, {
      action: 'exam.viewed',
      subjectType: 'exam',
      subjectId,
      patientId,
    })
  }
  return exam
}

function assessed(c: AppContext, exam: Exam): Assessment {
  const { env, clock } = c.get('deps')
  return assessmentOf(exam, calendarDateOf(clock.now()), alcoholLimits(env))
}

function presented(c: AppContext, exam: Exam) {
  return presentExam(exam, assessed(c, exam), readerOf(c))
}

function presentedConclusion(c: AppContext, { conclusion, certificate, renewal }: Exam) {
  if (!conclusion || !certificate) throw new Error('a concluded exam has a certificate')
  const { outcome, state, concludedAt, reason, reexamineOn } = conclusion
  return {
    outcome,
    state,
    concludedAt: concludedAt.toISOString(),
    ...(reason && { reason }),
    ...(reexamineOn && { reexamineOn }),
    certificate: presentCertificate(certificate, readerOf(c)),
    renewal,
  }
}

function readerOf(c: AppContext) {
  return { actor: c.get('actor'), lang: c.get('lang'), publicUrl: c.get('deps').env.publicUrl }
}
