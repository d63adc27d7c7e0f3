/** What tests read of files; pages have none. */
declare module 'node:fs' {
  export function readFileSync(path: string, encoding: 'utf8'): string
}
