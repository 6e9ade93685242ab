// `prisma generate` looks for an engine binary that it does not use, and would download it.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
const { status } = spawnSync(process.execPath, [cli, 'generate'], { env, stdio: 'inherit' })
process.exit(status ?? 1)
