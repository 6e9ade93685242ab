#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/bin/main.js', import.meta.url)
if (!existsSync(fileURLToPath(built))) {
  console.error('lienthong is not built yet: run "npm ci" (or "npm run build") first.')
  process.exit(1)
}
const { main } = await import(built.href)
await main(process.argv.slice(2))
