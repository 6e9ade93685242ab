import type { Reporter, TestModule, Vitest } from 'vitest/node'

/** Says at the end how many tests there were, and which projects were left out. */
export class NotRunReporter implements Reporter {
  #ran: readonly string[] = []

  onInit(vitest: Vitest): void {
    this.#ran = vitest.projects.map((project) => project.name)
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length
    const skipped = count('skipped')
    if (skipped > 0) console.log(`${skipped} skipped`)
    if (!this.#ran.includes('outside')) {
      console.log(
        'Not run: project "outside" (npm run test:outside), which needs programs beyond Node:',
        'browser libraries, xmlsec1, zbarimg, poppler-utils, openssl.',
      )
    }
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed`)
  }
}
