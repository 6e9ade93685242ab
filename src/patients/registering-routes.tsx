import { DomainError } from '../core/errors.ts'
import { today } from '../platform/clock.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { knownAreas } from './area-file.ts'
import { registerPatient } from './commands.ts'
import { DiffersView, DuplicatesView } from './duplicate-views.tsx'
import { duplicateWords } from './duplicate-words.ts'
import type { FormValues } from './form-values.ts'
import { complete, type Demographics } from './patient.ts'
import { findPatients } from './repository.ts'

type Registering = {
  registration: { person: Demographics; confirmNew: boolean }
  /** Where a confirmation posts the same again. */
  action: string
  posted: FormValues
}

/** Registers and goes to the person's page; where someone must look first, shows what to look at. */
export async function registering(c: AppContext, input: Registering): Promise<Response> {
  try {
    return await redirectAfter(c, {
      run: (deps) => registerPatient(deps, c.get('actor'), { ...input.registration, atDesk: true }),
      to: ({ patient, created }) =>
        `/patients/${patient.id}?said=${created ? 'registered' : 'alreadyThere'}`,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error
    const answer = await lookFirst(c, input, error)
    if (!answer) throw error
    return answer
  }
}

type Extra = { candidates?: { id: string }[]; existingId?: string }

async function lookFirst(
  c: AppContext,
  input: Registering,
  error: DomainError,
): Promise<Response | undefined> {
  const { candidates, existingId } = error.extra as Extra
  const ids = candidates?.map(({ id }) => id) ?? (existingId ? [existingId] : [])
  const { database, clock } = c.get('deps')
  const people = await findPatients(database, c.get('actor').facilityId, ids)
  const areas = knownAreas()
  const common = { lang: c.get('lang'), once: clock.id(), areas, today: today(clock) }
  const person = complete(input.registration.person, areas)
  const [known] = people
  if (!known) return undefined
  const { action, posted } = input
  if (existingId) {
    const view = (
      <DiffersView {...common} known={known} sent={person} identityCardQr={posted.identityCardQr} />
    )
    return page(c, { title: duplicateWords.differsTitle, section: '/patients', status: 409 }, view)
  }
  const view = <DuplicatesView {...common} {...{ action, posted, person }} candidates={people} />
  const options = { title: duplicateWords.title, section: '/patients', width: 'wide' } as const
  return page(c, { ...options, status: 409 }, view)
}
