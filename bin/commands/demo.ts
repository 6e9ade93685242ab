import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { playAn } from '../../fixtures/story/an.ts'
import { startInstance } from '../../fixtures/story/instance.ts'
import { projectPath } from '../../src/platform/paths.ts'

/** Plays An's story against a fresh temporary instance; 0 only if all of it came true. */
export async function demoCommand(): Promise<number> {
  let last = performance.now()
  const tell = (step: string, outcome: string) => {
    const now = performance.now()
    console.log(
      `${`${Math.round(now - last)} ms`.padStart(9)}  ${step}\n${' '.repeat(11)}→ ${outcome}`,
    )
    last = now
  }
  const instance = await startInstance()
  tell('A fresh lienthong starts', instance.url)
  try {
    const papers = await playAn(instance, tell)
    const folder = projectPath('out')
    mkdirSync(folder, { recursive: true })
    for (const [name, pdf] of Object.entries(papers))
      writeFileSync(join(folder, `${name}.pdf`), pdf)
    console.log('\nAll of it is true. The papers are in out/: bill.pdf, certificate.pdf, slip.pdf')
    return 0
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    return 1
  } finally {
    await instance.stop()
  }
}
