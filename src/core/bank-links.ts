import { z } from 'zod'

/**
 * Links that open a bank's app with a transfer filled in. Whose they are, how they are written and
 * whether that still holds is data of the house, with its source: nothing of it is ours to know.
 */
export const bankLinks = z.strictObject({
  /** Where this was read, and when; `[recalled]` where it was not. */
  source: z.string().min(1),
  /** `{app}`, `{account}`, `{bin}`, `{code}`, `{amount}` and `{memo}` are filled in. */
  template: z.url({ protocol: /^https$/ }).refine((text) => text.includes('{account}')),
  /** Short codes of receiving banks by BIN, where the template asks for `{code}`. */
  codes: z.record(z.string().regex(/^\d{6}$/), z.string().regex(/^\w{1,20}$/)).default({}),
  apps: z
    .array(
      z.strictObject({
        app: z.string().regex(/^[\w.-]{1,40}$/),
        name: z.string().min(1).max(60),
      }),
    )
    .min(1)
    .max(100),
})
export type BankLinks = z.infer<typeof bankLinks>
