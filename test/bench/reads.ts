import { type Figures, load, residentMb } from './load.ts'
import { nameOf } from './people.ts'
import { type Bench, LEVELS, note, type PerLevel } from './section.ts'
import { signIn } from './session.ts'

const READ_SECONDS = 3

type ReadFigures = Figures & { rssMb: number }

/** What is read most, by people and by programs. */
export async function measureReads(bench: Bench): Promise<Record<string, PerLevel<ReadFigures>>> {
  const { instance, http, driver, sample } = bench
  const page = await signIn(instance, 'concluder')
  const bearer = { authorization: `Bearer ${driver.token}` }
  const word = (serial: number) =>
    encodeURIComponent(
      nameOf(5_000_000 + serial * 37)
        .split(' ')
        .slice(2)
        .join(' '),
    )
  const reads = {
    examPage: { path: () => `/exams/${sample.examId}`, headers: page },
    search: { path: (serial: number) => `/api/v1/patients?q=${word(serial)}`, headers: bearer },
    billPdf: { path: () => `/api/v1/invoices/${sample.invoiceId}/bill.pdf`, headers: bearer },
    certificatePdf: {
      path: () => `/api/v1/exams/${sample.examId}/certificate.pdf`,
      headers: bearer,
    },
  }
  const measured: Record<string, PerLevel<ReadFigures>> = {}
  for (const [name, { path, headers }] of Object.entries(reads)) {
    const levels: PerLevel<ReadFigures> = {}
    for (const level of LEVELS) {
      const figures = await load(level, READ_SECONDS, async (serial) => {
        const { status, body } = await http.send('GET', path(serial), headers)
        if (status !== 200) throw new Error(`${name}: ${status} ${body}`)
      })
      levels[level] = { ...figures, rssMb: residentMb(instance.pid) }
    }
    measured[name] = levels
    note(`${name} ${JSON.stringify(levels)}`)
  }
  return measured
}
