import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { NotRunReporter } from './test/support/not-run-reporter.ts'

export default defineConfig({
  test: {
    reporters: ['default', new NotRunReporter()],
    // Half of a test is PostgreSQL or a browser at work: even two cores carry two files at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/outside/**', 'test/browser/**', '**/*.outside.test.ts'],
          globalSetup: ['test/support/database.ts'],
          setupFiles: ['test/support/property-seed.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'outside',
          include: ['test/**/*.outside.test.ts', 'test/browser/**/*.browser.test.ts'],
          // Pictures to look at are no test: on CI one that is left out counts as failed.
          exclude: process.env.GALLERY ? [] : ['test/browser/gallery.browser.test.ts'],
          globalSetup: ['test/support/database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
