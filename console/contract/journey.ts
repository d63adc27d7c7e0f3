// A partner's program, against a running platform: its client is generated from docs/api/open-v1.json, and what it is sent
// is verified by a library that is not ours. Run by PartnerJourneyTest; fails with an exit code.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import createClient from 'openapi-fetch'
import { Webhook } from 'standardwebhooks'
import type { components, paths } from './generated/schema.js'

type Ticket = components['schemas']['PartnerTicket']
interface Call {
  id: string
  status: number
  event: { type: string; data: { ticket: Ticket | null } }
}

const { BASE = '', CLIENT_ID = '', CLIENT_SECRET = '', WAYBILL = '' } = process.env

/** Answers the first call with 500, as a partner does whose program has just started. */
function receiver(secret: () => string) {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      const event = new Webhook(secret()).verify(body, headers) as Call['event']
      assert.throws(() => new Webhook(secret()).verify(`${body} `, headers))
      const status = calls.length === 0 ? 500 : 204
      calls.push({ id: headers['webhook-id'] ?? '', status, event })
      response.writeHead(status).end()
    })
  })
  return { calls, server }
}

async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error(`Never happened: ${what}`)
}

function granted<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  assert.ok(answer.data !== undefined, `${answer.response.url}: ${JSON.stringify(answer.error)}`)
  return answer.data
}

async function signIn(): Promise<string> {
  const token = granted(
    await createClient<paths>({ baseUrl: BASE }).POST('/open/v1/oauth/token', {
      body: { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: CLIENT_SECRET },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      bodySerializer: (body) => new URLSearchParams(body as Record<string, string>).toString(),
    }),
  )
  return token.access_token
}

const headers = { Authorization: `Bearer ${await signIn()}` }
const client = createClient<paths>({ baseUrl: BASE, headers })
let loseNext = false
/** A network that sometimes delivers the question and loses the answer. */
const lossy = createClient<paths>({
  baseUrl: BASE,
  headers,
  fetch: async (request) => {
    const answer = await fetch(request)
    if (!loseNext) return answer
    loseNext = false
    throw new Error('The answer was lost.')
  },
})

let secret = ''
const { calls, server } = receiver(() => secret)
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
const { port } = server.address() as AddressInfo
const once = () => ({ header: { 'Idempotency-Key': randomUUID() } })

try {
  const kinds = granted(await client.GET('/open/v1/ticket-kinds'))
  const kind = kinds.find((each) => each.code === 'QUERY')
  assert.ok(kind, 'QUERY is a kind')

  const webhook = granted(
    await client.POST('/open/v1/webhooks', {
      params: once(),
      body: {
        url: `http://127.0.0.1:${port}/hook`,
        events: ['ticket.opened', 'ticket.closed', 'message.added'],
      },
    }),
  )
  secret = webhook.secret ?? ''

  const request = {
    params: once(),
    body: {
      external_id: `ORDER-${randomUUID()}`,
      kind: kind.code,
      waybill: WAYBILL,
      description: '买家问包裹到哪了',
    },
  }
  loseNext = true
  await assert.rejects(lossy.POST('/open/v1/tickets', request), /lost/)
  const again = await lossy.POST('/open/v1/tickets', request)
  assert.equal(again.response.status, 201)
  assert.equal(again.response.headers.get('Idempotency-Replayed'), 'true')
  const ticket = granted(again)

  const found = granted(
    await client.GET('/open/v1/tickets/by-external-id/{externalId}', {
      params: { path: { externalId: request.body.external_id } },
    }),
  )
  assert.equal(found.id, ticket.id)
  const page = granted(await client.GET('/open/v1/tickets', { params: { query: { waybill: WAYBILL } } }))
  assert.deepEqual(
    page.items.map((each) => each.id),
    [ticket.id],
  )

  const opened = await until('ticket.opened arrives at the second try', () =>
    calls.find((call) => call.status === 204 && call.event.type === 'ticket.opened'),
  )
  assert.equal(calls[0]?.id, opened.id, 'the same call has the same id at every try')
  assert.equal(opened.event.data.ticket?.id, ticket.id)

  granted(
    await client.POST('/open/v1/tickets/{id}/messages', {
      params: { ...once(), path: { id: ticket.id } },
      body: { text: '买家在家' },
    }),
  )
  const closed = granted(
    await client.POST('/open/v1/tickets/{id}/withdraw', {
      params: { ...once(), path: { id: ticket.id } },
      body: { text: '已收到' },
    }),
  )
  assert.equal(closed.state, 'CLOSED')
  const told = await until('ticket.closed', () => calls.find((call) => call.event.type === 'ticket.closed'))
  assert.equal(told.event.data.ticket?.state, 'CLOSED')
  assert.ok((told.event.data.ticket?.version ?? 0) > (opened.event.data.ticket?.version ?? 0))

  const refused = await client.POST('/open/v1/tickets', {
    params: once(),
    body: { external_id: '坏', kind: 'LATE', waybill: 'x' },
  })
  assert.deepEqual(
    (refused.error as components['schemas']['Problem']).errors?.map((error) => error.pointer),
    ['/external_id', '/kind', '/waybill'],
  )
  console.log(`${calls.length} calls`)
} finally {
  server.close()
  server.closeAllConnections()
}
