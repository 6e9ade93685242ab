/**
 * Where to go after signing in. Only a path on this site: no scheme, no host (`//host`, `/\host`),
 * no control character that a browser strips on its way to one.
 */
export function localPath(wanted: string | undefined, otherwise: string): string {
  if (!wanted?.startsWith('/') || wanted.length > 500) return otherwise
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the attack
  if (/^\/[/\\]|[\u0000-\u0020\u007f\\]/.test(wanted)) return otherwise
  if (/^\/sign-(in|out)\b/.test(wanted)) return otherwise
  return wanted
}
