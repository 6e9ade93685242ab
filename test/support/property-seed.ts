import fc from 'fast-check'

/**
 * Property tests draw the same cases on every run, so that a change is not refused for what it did
 * not do. `PROPERTY_SEED=<number>` draws others; a failure prints the seed it was found with.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 36_2024) })
