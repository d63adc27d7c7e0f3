/** What the platform says to a visitor. */
export interface Visit {
  token: string
  until: string
  socket: string
  name: string
  welcome: string
  open: boolean
  hours: string
}

export interface Uploaded {
  file: string
  kind: 'IMAGE' | 'FILE'
  name: string
}

/** The requests of the widget beside the chat itself. */
export class Rest {
  private readonly base: string
  private token = ''

  constructor(base: string) {
    this.base = base
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, ...(this.token ? { 'x-chat-token': this.token } : {}) }
    const answer = await fetch(`${this.base}/api/v1/public/chat/${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(String(answer.status))
    return answer
  }

  private post(path: string, body: unknown) {
    return this.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  async visit(site: string, visitor: string | null): Promise<Visit> {
    this.token = ''
    const visit: Visit = await (await this.post('visitors', { site, visitor })).json()
    this.token = visit.token
    return visit
  }

  async upload(file: File): Promise<Uploaded> {
    const body = new FormData()
    body.append('file', file)
    return (await this.ask('files', { method: 'POST', body })).json()
  }

  async file(id: string): Promise<Blob> {
    return (await this.ask(`files/${encodeURIComponent(id)}`, {})).blob()
  }

  async rate(conversation: string, score: number, comment: string): Promise<void> {
    await this.post('satisfaction', { conversation, score, comment })
  }
}
