import type { FieldError } from './types'

/** What the server refuses, or what kept us from reaching it; always with a reason code that has a sentence. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly errors: FieldError[]
  /** Members beyond RFC 9457's own, such as `retryAfterSeconds` or `current`. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, errors: FieldError[] = [], more: Record<string, unknown> = {}) {
    super(`${status} ${code}`)
    this.status = status
    this.code = code
    this.errors = errors
    this.more = more
  }

  get retryAfterSeconds(): number | null {
    const value = this.more.retryAfterSeconds
    return typeof value === 'number' ? value : null
  }

  /** True when trying the same again may succeed: the network or the server was in trouble, not the request. */
  get transient(): boolean {
    return this.status === 0 || this.status >= 502
  }
}

const CODE_BY_STATUS: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'SIGNED_OUT',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  502: 'SERVER_AWAY',
  503: 'SERVER_AWAY',
  504: 'SERVER_AWAY',
}

/** Reads problem+json; anything else becomes a problem named by its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const fallback = CODE_BY_STATUS[response.status] ?? 'UNEXPECTED'
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const fromHeader: Record<string, unknown> = Number.isFinite(retryAfter)
    ? { retryAfterSeconds: retryAfter }
    : {}
  const body = await readObject(response)
  if (body === null) {
    return new ApiProblem(response.status, fallback, [], fromHeader)
  }
  const code = typeof body.code === 'string' ? body.code : fallback
  const errors = Array.isArray(body.errors) ? body.errors.filter(isFieldError) : []
  return new ApiProblem(response.status, code, errors, { ...fromHeader, ...body })
}

async function readObject(response: Response): Promise<Record<string, unknown> | null> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    return null
  }
  try {
    const parsed: unknown = await response.json()
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === 'object' && value !== null && 'field' in value && 'code' in value
}
