import type { Text } from '../core/text.ts'

/** Something a person should look at; it never stops the registration. */
export type Warning = { code: string; message: Text }
