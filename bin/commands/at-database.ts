import { connectOrStartEmbedded } from '../../src/platform/embedded-postgres.ts'
import type { Env } from '../../src/platform/env.ts'

const quiet = { info: () => {} }

/** A command's database: DATABASE_URL, or the embedded one of the data folder, running or not. */
export async function atDatabase<T>(env: Env, work: (url: string) => Promise<T>): Promise<T> {
  if (env.DATABASE_URL) return work(env.DATABASE_URL)
  const postgres = await connectOrStartEmbedded({ dataFolder: env.dataFolder, log: quiet })
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}
