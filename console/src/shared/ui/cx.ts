export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** The four meanings of colour, and none. */
export type Meaning = 'good' | 'watch' | 'act' | 'stopped' | 'plain'
