import { ApiProblem, readProblem } from './problem'

const BASE = '/api/v1'
const SAFE = new Set(['GET', 'HEAD'])

export type Query = Record<string, string | number | boolean | null | undefined>

interface Options {
  query?: Query
  body?: unknown
  signal?: AbortSignal
  /** A 401 is an answer to this call (wrong password), not the end of the session. */
  keepSession?: boolean
}

type Listener = (problem: ApiProblem) => void
const listeners = new Set<Listener>()

/** Tells the shell that the session ended or that the password must be changed first. */
export function onSessionProblem(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, options?: Options) => send<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body?: unknown) => send<T>('PUT', path, { body }),
  delete: <T>(path: string, body?: unknown) => send<T>('DELETE', path, { body }),
}

/** Sends files and tells how much of them has left; only XMLHttpRequest knows that. */
export async function upload<T>(path: string, form: FormData, onSent: (share: number) => void): Promise<T> {
  const token = await csrfToken(false)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiUrl(path))
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-XSRF-TOKEN', token)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total)
    }
    request.onerror = () => reject(new ApiProblem(0, 'OFFLINE'))
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status })
      if (response.ok) {
        resolve(decode(response) as Promise<T>)
      } else {
        readProblem(response).then(reject, reject)
      }
    }
    request.send(form)
  })
}

/** Address of an API resource for links and downloads. */
export function apiUrl(path: string, query?: Query): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') {
      params.set(key, String(value))
    }
  }
  const text = params.toString()
  return `${BASE}${path}${text ? `?${text}` : ''}`
}

async function send<T>(method: string, path: string, options: Options, again = false): Promise<T> {
  const headers = new Headers({ Accept: 'application/json' })
  if (!SAFE.has(method)) {
    headers.set('X-XSRF-TOKEN', await csrfToken(again))
  }
  const response = await reach(apiUrl(path, options.query), {
    method,
    headers,
    body: encode(options.body, headers),
    credentials: 'same-origin',
    signal: options.signal,
  })
  if (!response.ok) {
    const problem = await readProblem(response)
    if (problem.code === 'CSRF' && !again) {
      return send<T>(method, path, options, true)
    }
    if (endsSession(problem, options.keepSession ?? false)) {
      for (const listener of listeners) listener(problem)
    }
    throw problem
  }
  return (await decode(response)) as T
}

function endsSession(problem: ApiProblem, keepSession: boolean): boolean {
  return (problem.status === 401 && !keepSession) || problem.code === 'PASSWORD_CHANGE_REQUIRED'
}

function encode(body: unknown, headers: Headers): BodyInit | undefined {
  if (body === undefined) {
    return undefined
  }
  if (body instanceof FormData) {
    return body
  }
  headers.set('Content-Type', 'application/json')
  return JSON.stringify(body)
}

async function decode(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') {
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblem(response.status, 'UNEXPECTED')
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause
    }
    throw new ApiProblem(0, 'OFFLINE')
  }
}

/** A fresh browser has no token yet, and signing in changes it: any read sets the cookie. */
async function csrfToken(renew: boolean): Promise<string> {
  if (renew || readCookie('XSRF-TOKEN') === null) {
    await reach(`${BASE}/system`, { credentials: 'same-origin' })
  }
  return readCookie('XSRF-TOKEN') ?? ''
}

function readCookie(name: string): string | null {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1))
}
