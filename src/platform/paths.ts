import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of lienthong's own package.json, from the sources and from `dist/` alike. */
export const projectFolder = findProjectFolder(dirname(fileURLToPath(import.meta.url)))

export function projectPath(relative: string): string {
  return join(projectFolder, relative)
}

function findProjectFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'lienthong') {
      return folder
    }
    if (folder === dirname(folder)) throw new Error(`No lienthong package.json above ${start}`)
  }
}
