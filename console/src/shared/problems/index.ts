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

const lacking = defineCopy(
  {
    say: (what: string) => `按流程还缺：${what}。`,
    and: '、',
    REMARK: '处理说明',
    PHOTO: '照片',
    HANDLER_PHONE: '处理人电话',
    LIABILITY: '责任判定',
    ROOT_CAUSE: '根因',
    CALL_BACK_VERDICT: '回访结论',
  },
  {
    say: (what: string) => `The SOP still asks for ${what}.`,
    and: ', ',
    REMARK: 'an explanation',
    PHOTO: 'a photo',
    HANDLER_PHONE: 'the phone of whoever handled it',
    LIABILITY: 'who is to blame',
    ROOT_CAUSE: 'the cause',
    CALL_BACK_VERDICT: 'what the customer said',
  },
)

/** What the SOP of a ticket still asks for, in words; undefined where the server named nothing we know. */
function sayLacking(missing: unknown): string | undefined {
  const { say, and, ...known } = lacking.now()
  const words: Record<string, string> = known
  const named = Array.isArray(missing) ? missing.map((one) => words[String(one)]) : []
  const said = named.filter((word) => word !== undefined)
  return said.length === 0 ? undefined : say(said.join(and))
}

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
  const lacks = error.code === 'REQUIREMENT_MISSING' ? sayLacking(error.more.missing) : undefined
  if (lacks !== undefined) return lacks
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
