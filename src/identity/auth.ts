import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins/username'
import { type Database, databaseUnavailable } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { traceOf } from '../platform/log.ts'

export type Auth = ReturnType<typeof createAuth>

/** Tells better-auth the caller's address, which only we can know behind a proxy. */
export const ADDRESS_HEADER = 'x-client-address'

/**
 * Passwords, sessions and their cookie are better-auth's. Its HTTP handler is not mounted, so there
 * is no door to sign up by; we call it from our own sign-in page. A session lasts its hours and is
 * never extended; idleness is watched by `authenticate`.
 */
function createAuth({ env, clock, database }: Deps) {
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    database: database.pool,
    secret: env.AUTH_SECRET,
    baseURL: env.publicUrl,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [username({ displayUsername: false, usernameValidator: () => true })],
    advanced: {
      cookiePrefix: 'lienthong',
      useSecureCookies: !env.demo || env.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => clock.id() },
    },
    user: { modelName: 'auth_user', fields: { ...dates, emailVerified: 'email_verified' } },
    session: {
      modelName: 'auth_session',
      expiresIn: env.SESSION_HOURS * 3600,
      disableSessionRefresh: true,
      fields: {
        ...dates,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        lastSeenAt: {
          type: 'date',
          fieldName: 'last_seen_at',
          input: false,
          defaultValue: () => clock.now(),
        },
      },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        ...dates,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'auth_verification', fields: { ...dates, expiresAt: 'expires_at' } },
  })
}

const made = new WeakMap<Database, Auth>()

/** One better-auth per database of this process, on the same connections as everything else. */
export function authOf(deps: Deps): Auth {
  const known = made.get(deps.database)
  if (known) return known
  const auth = createAuth(deps)
  made.set(deps.database, auth)
  return auth
}

/** The name depends on the `Secure` prefix. */
export async function sessionCookieName(auth: Auth): Promise<string> {
  return (await auth.$context).authCookies.sessionToken.name
}

/**
 * Asks better-auth. It hides why it fails behind a 500 of its own; the one thing that it can be
 * without is the database.
 */
export async function askAuth<T>(deps: Deps, ask: (auth: Auth) => Promise<T>): Promise<T> {
  try {
    return await ask(authOf(deps))
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw error
    deps.log.warn({ service: 'better-auth', ...traceOf(error) }, 'no answer')
    throw databaseUnavailable()
  }
}

/** The session behind the cookie as the database has it; undefined when forged, ended or expired. */
export async function loadSession(
  deps: Deps,
  cookie: string,
): Promise<{ id: string; token: string } | undefined> {
  const headers = new Headers({ cookie })
  const found = await askAuth(deps, (auth) => auth.api.getSession({ headers }))
  return found?.session
}
