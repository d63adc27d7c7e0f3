import { answer } from '../../test/render'
import { divisions, draft, inForce, list } from './made'

type Answers = (path: string, init?: RequestInit) => Response | undefined

/** Answers like the server, first with what a test has of its own; what was sent is kept. */
export function serve(own: Answers = () => undefined) {
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
  document.cookie = 'XSRF-TOKEN=t'
  const sent: { method: string; path: string; body: Record<string, unknown> }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method !== undefined && init.method !== 'GET') {
        sent.push({ method: init.method, path, body: JSON.parse(String(init.body)) })
      }
      const found = own(path, init)
      if (found !== undefined) return found
      if (path === '/network/divisions') return answer(divisions)
      return answer(path === '/tariffs' ? list : path === '/tariffs/2' ? inForce : draft)
    }),
  )
  return sent
}

/** A refusal of fields. */
export function refuse(...errors: { field: string; code: string; message: string; value?: unknown }[]) {
  return answer(
    { status: 422, code: 'INVALID', errors: errors.map((error) => ({ value: null, pointer: '', ...error })) },
    422,
  )
}
