import type { ClientFrame, ServerFrame } from './frames'

/** What a way to the edge tells. After `gone` it tells nothing more. */
export interface LinkEvents {
  frame(frame: ServerFrame): void
  /** It is over; whether it ever stood, and the close code where there is one. */
  gone(stood: boolean, code: number): void
}

/** A way to the edge. */
export interface Link {
  send(frame: ClientFrame): void
  close(): void
}

export interface Where {
  /** ws:// or wss://…/chat/v1 */
  socket: string
  token: string
  device: string
}

export type Opener = (where: Where, events: LinkEvents) => Link

/** Once, whatever else happens. */
function once(events: LinkEvents): LinkEvents {
  let over = false
  return {
    frame: (frame) => {
      if (!over) events.frame(frame)
    },
    gone: (stood, code) => {
      if (over) return
      over = true
      events.gone(stood, code)
    },
  }
}

/** A WebSocket. */
export const openSocket: Opener = (where, told) => {
  const events = once(told)
  const socket = new WebSocket(where.socket)
  let stood = false
  socket.onopen = () => {
    socket.send(JSON.stringify({ t: 'hello', v: 1, token: where.token, dev: where.device }))
  }
  socket.onmessage = (message) => {
    const frame: ServerFrame = JSON.parse(message.data)
    // Whoever is turned away never stood, and waits longer each time.
    stood ||= frame.t === 'welcome'
    events.frame(frame)
  }
  socket.onclose = (close) => events.gone(stood, close.code)
  socket.onerror = () => events.gone(stood, 1006)
  return {
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    close: () => {
      events.gone(stood, 1000)
      socket.close()
    },
  }
}

/** The close code that a goodbye stands for where there are no close frames. */
function codeOf(frame: ServerFrame): number | undefined {
  return frame.t === 'bye' && frame.code === 'REPLACED' ? 4001 : undefined
}

function http(where: Where, path: string, init: RequestInit = {}) {
  const url = `${where.socket.replace(/^ws/, 'http')}/${path}dev=${encodeURIComponent(where.device)}`
  return fetch(url, {
    ...init,
    cache: 'no-store',
    headers: { authorization: `Bearer ${where.token}` },
  })
}

/** Frames that go one by one over HTTP; each answer is a frame. */
function sender(where: Where, events: LinkEvents, abort: AbortController) {
  let token = where.token
  return (frame: ClientFrame) => {
    if (frame.t === 'token') {
      token = frame.token
      return
    }
    http({ ...where, token }, 'frames?', {
      method: 'POST',
      body: JSON.stringify(frame),
      signal: abort.signal,
    })
      .then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        return answer.json()
      })
      .then(events.frame, () => {
        abort.abort()
        events.gone(true, 1006)
      })
  }
}

/** An event stream for what comes, single requests for what goes. Read by fetch, since EventSource takes no token. */
export const openStream: Opener = (where, told) => {
  const events = once(told)
  const abort = new AbortController()
  let stood = false
  let code = 1006
  http(where, 'events?', { signal: abort.signal })
    .then(async (answer) => {
      if (!answer.ok || !answer.body) throw new Error(String(answer.status))
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      let rest = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        const parts = (rest + value).split('\n\n')
        rest = parts.pop() ?? ''
        for (const part of parts) {
          if (part.startsWith('data: ')) {
            const frame: ServerFrame = JSON.parse(part.slice(6))
            stood ||= frame.t === 'welcome'
            code = codeOf(frame) ?? code
            events.frame(frame)
          }
        }
      }
    })
    .catch(() => {})
    .finally(() => events.gone(stood, code))
  return {
    send: sender(where, events, abort),
    close: () => {
      events.gone(stood, 1000)
      abort.abort()
    },
  }
}

/** Polls that wait, where a proxy holds event streams back. */
export const openPoll: Opener = (where, told) => {
  const events = once(told)
  const abort = new AbortController()
  let stood = false
  let code = 1006
  const poll = async () => {
    for (let mark = ''; !abort.signal.aborted; ) {
      const answer = await http(where, `poll?mark=${mark}&`, { signal: abort.signal })
      const body: { mark?: string; frames?: ServerFrame[] } & Partial<ServerFrame> = await answer.json()
      if (!answer.ok || !body.frames) {
        if (body.t) events.frame(body as ServerFrame)
        return
      }
      stood = true
      mark = body.mark ?? ''
      for (const frame of body.frames) {
        code = codeOf(frame) ?? code
        events.frame(frame)
        if (frame.t === 'bye') return
      }
    }
  }
  poll()
    .catch(() => {})
    .finally(() => events.gone(stood, code))
  return {
    send: sender(where, events, abort),
    close: () => {
      events.gone(stood, 1000)
      abort.abort()
    },
  }
}
