import type { EventHandler } from '../platform/publish.ts'
import { moveBills } from './correction-repository.ts'

/** Bills follow their exam to the right person, paid ones too; those taken back stay as they were. */
export const followExam: EventHandler<'exam.patient-corrected'> = (tx, { examId, patientId }) =>
  moveBills(tx, { examId, patientId })
