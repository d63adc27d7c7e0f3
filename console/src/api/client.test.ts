import { sayProblem } from '../shared/problems'
import { answer } from '../test/render'
import { api, onSessionProblem } from './client'
import { ApiProblem } from './problem'

function serve(...responses: (Response | Error)[]) {
  const fetched = vi.fn<typeof fetch>()
  for (const response of responses) {
    if (response instanceof Error) fetched.mockRejectedValueOnce(response)
    else fetched.mockResolvedValueOnce(response)
  }
  vi.stubGlobal('fetch', fetched)
  return fetched
}

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const caught = await call.then(
    () => null,
    (problem: unknown) => problem,
  )
  expect(caught).toBeInstanceOf(ApiProblem)
  return caught as ApiProblem
}

describe('api client', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=token-1'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('sends the CSRF token with writes and not with reads', async () => {
    const fetched = serve(answer({ ok: 1 }), answer({ ok: 2 }))
    await api.get('/system')
    await api.post('/tickets', { waybill: 'YT1' })
    const headers = (call: number) => new Headers(fetched.mock.calls[call]?.[1]?.headers)
    expect(headers(0).get('X-XSRF-TOKEN')).toBeNull()
    expect(headers(1).get('X-XSRF-TOKEN')).toBe('token-1')
    expect(headers(1).get('Content-Type')).toBe('application/json')
  })

  it('fetches a new token and tries once more when the token is out of date', async () => {
    const fetched = serve(answer({ code: 'CSRF' }, 403), answer({}), answer({ done: true }))
    await expect(api.post('/tickets', {})).resolves.toEqual({ done: true })
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([
      '/api/v1/tickets',
      '/api/v1/system',
      '/api/v1/tickets',
    ])
  })

  it('reads problem+json with its code, fields and further members', async () => {
    serve(answer({ status: 401, code: 'LOCKED_OUT', retryAfterSeconds: 300 }, 401))
    const problem = await problemOf(api.post('/session', {}, { keepSession: true }))
    expect(problem.code).toBe('LOCKED_OUT')
    expect(problem.retryAfterSeconds).toBe(300)
    expect(sayProblem(problem)).toBe('连续输错次数太多，账号已暂时锁定。请在 5 分钟后再试。')
  })

  it('names a page of HTML from a proxy by its status, never by its content', async () => {
    serve(new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }))
    const problem = await problemOf(api.get('/tickets'))
    expect(problem.code).toBe('SERVER_AWAY')
    expect(problem.transient).toBe(true)
  })

  it('says OFFLINE when the server cannot be reached', async () => {
    serve(new TypeError('Failed to fetch'))
    expect((await problemOf(api.get('/tickets'))).code).toBe('OFFLINE')
  })

  it('says kind words for a code nobody wrote a sentence for', () => {
    expect(sayProblem(new ApiProblem(409, 'SOMETHING_NEW'))).toBe('内容已被别人改动，请刷新后再试。')
    expect(sayProblem(new Error('boom'))).not.toContain('boom')
  })

  it('prefers the sentence of the field to that of the form', () => {
    const problem = new ApiProblem(422, 'INVALID', [
      { field: 'password', pointer: '/password', value: null, code: 'TOO_SHORT', message: '' },
    ])
    expect(sayProblem(problem)).toBe('密码太短，至少 10 位。')
  })

  it('announces the end of the session once, and not for a wrong password', async () => {
    const heard = vi.fn()
    const stop = onSessionProblem(heard)
    serve(answer({ code: 'SIGNED_OUT' }, 401), answer({ code: 'BAD_CREDENTIALS' }, 401))
    await problemOf(api.get('/tickets'))
    await problemOf(api.post('/session', {}, { keepSession: true }))
    stop()
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
