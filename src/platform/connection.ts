/**
 * Whom a production installation may begin without. Their settings come together or not at all; what
 * would leave for them waits in sight until they are there.
 */
export const connectionSettings = {
  gateway: [
    'GATEWAY_URL',
    'GATEWAY_USERNAME',
    'GATEWAY_PASSWORD',
    'SIGNING_KEY_FILE',
    'SIGNING_CERTIFICATE_FILE',
  ],
  authority: ['AUTHORITY_URL', 'AUTHORITY_TOKEN', 'AUTHORITY_WEBHOOK_SECRET'],
  sms: ['SMS_URL', 'SMS_TOKEN'],
} as const

export type Connection = keyof typeof connectionSettings
export const connections = Object.keys(connectionSettings) as Connection[]
export type Connected = Readonly<Record<Connection, boolean>>

/** Which are configured, of the settings that are given. */
export function connectedBy(given: Readonly<Record<string, unknown>>): Connected {
  const whole = (name: Connection) =>
    connectionSettings[name].every((setting) => given[setting] !== undefined)
  return { gateway: whole('gateway'), authority: whole('authority'), sms: whole('sms') }
}

/** Settings that are missing although another of the same connection is there. */
export function halfConnected(
  given: Readonly<Record<string, unknown>>,
): { missing: string; beside: string }[] {
  return connections.flatMap((name) => {
    const settings: readonly string[] = connectionSettings[name]
    const beside = settings.find((setting) => given[setting] !== undefined)
    const missing = settings.filter((setting) => given[setting] === undefined)
    return beside ? missing.map((setting) => ({ missing: setting, beside })) : []
  })
}
