import { ApiProblem } from '../../api/problem'
import { defineCopy } from '../i18n'
import { sayDuration } from '../time'
import { en } from './en'
import { zh } from './zh-CN'

const copy = defineCopy(zh, en)
const later = defineCopy(
  { retry: (wait: string) => `请在 ${wait}后再试。` },
  { retry: (wait: string) => `Try again in ${wait}.` },
)

function sentenceOf(code: string): string | undefined {
  const sentences: Record<string, string> = copy.now()
  return Object.hasOwn(sentences, code) ? sentences[code] : undefined
}

function byStatus(status: number): string {
  const t = copy.now()
  if (status === 403) return t.FORBIDDEN
  if (status === 404) return t.NOT_FOUND
  if (status === 409) return t.CONFLICT
  if (status === 413) return t.TOO_LARGE
  if (status === 429) return t.TOO_MANY_REQUESTS
  if (status >= 400 && status < 500) return t.BAD_REQUEST
  return t.UNEXPECTED
}

/** Codes that only say that something is wrong; the fields say what. */
const VAGUE = new Set(['INVALID', 'BAD_REQUEST', 'UNREADABLE', 'UNPROCESSABLE_CONTENT'])

/** The sentence a person reads for anything that went wrong. */
export function sayProblem(error: unknown): string {
  if (!(error instanceof ApiProblem)) {
    return copy.now().UNEXPECTED
  }
  const detailed = error.errors
    .map((field) => sentenceOf(field.code))
    .find((sentence) => sentence !== undefined)
  const sentence = sentenceOf(error.code) ?? byStatus(error.status)
  const wait = error.retryAfterSeconds
  const hint = wait !== null && wait > 0 ? later.now().retry(sayDuration(Math.max(60, wait) * 1000)) : ''
  return VAGUE.has(error.code) && detailed !== undefined ? detailed : sentence + hint
}

/** The sentence for one reason code: import reports and field errors use it. Null when we have none. */
export function sayCode(code: string): string | null {
  return sentenceOf(code) ?? null
}
