import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'

/** Says at the end how many tests there were, what was left out, and on CI fails for the latter. */
export class NotRunReporter implements Reporter {
  #projects: readonly string[] = []

  onInit(vitest: Vitest): void {
    this.#projects = vitest.projects.map((project) => project.name)
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    const skipped = inState('skipped')
    const lacking = process.env.CI ? skipped.filter(isOutside) : []
    const broken = modules.filter((module) => module.errors().length > 0)
    if (skipped.length > 0) console.log(`Skipped: ${skipped.map(nameOf).join('; ')}`)
    if (lacking.length > 0) process.exitCode = 1
    if (!this.#projects.includes('outside')) {
      console.log(
        'Not run: project "outside" (npm run test:outside), which needs programs beyond Node:',
        'browser libraries, xmlsec1, zbarimg, poppler-utils, openssl.',
      )
    }
    const failed = inState('failed').length + broken.length + lacking.length
    console.log(`${inState('passed').length} passed, ${failed} failed`)
  }
}

/** There a skipped test means a missing program. */
function isOutside(test: TestCase): boolean {
  return test.project.name === 'outside'
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId}: ${test.fullName}`
}
