import { z } from 'zod'

/** The body of the authority's call-back (api.md). */
export const statusReportSchema = z.strictObject({
  eventId: z.string().min(1).max(100),
  caseId: z.string(),
  dossierCode: z.string().min(1).max(40),
  status: z.string().min(1).max(60),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  ground: z.string().max(500).nullish(),
})
export type StatusReport = z.output<typeof statusReportSchema>

/** How far the sender's clock may be from ours. */
export const REPORT_WINDOW_SECONDS = 300
