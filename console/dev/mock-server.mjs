// A development server that answers like the real one, from sample data: `npm run mock`, then `npm run dev`.
// MOCK=empty shows empty lists, MOCK=error refuses, MOCK=few keeps three rows. Nothing here is part of the build.
import { createServer } from 'node:http'
import { appealRoutes } from './appeal-routes.mjs'
import { boardRoutes } from './board-routes.mjs'
import { chargeRoutes } from './charge-routes.mjs'
import { claimRoutes } from './claim-routes.mjs'
import { deskRoutes } from './desk-routes.mjs'
import { knowledgeRoutes } from './knowledge-routes.mjs'
import { moneyRoutes } from './money-routes.mjs'
import { officeRoutes } from './office-routes.mjs'
import { at, id, now, PARCELS, SPEED, TICKETS, ticketView, UNITS } from './sample.mjs'
import { sopRoutes } from './sop-routes.mjs'
import { tariffRoutes } from './tariff-routes.mjs'

const PORT = Number(process.env.PORT ?? 8080)
const MODE = process.env.MOCK ?? 'full'
const PERMISSIONS =
  `self parcel.read parcel.unmask parcel.note parcel.pause ticket.read ticket.open ticket.answer ticket.note ticket.urgent
  ticket.close ticket.handle network.read network.write people.read people.write keys.write audit.read scans.write scans.import parcels.write limits.read
  limits.write board.read closures.write outbox.read list.export view.share demo.clock
  appeal.read appeal.write appeal.check appeal.evidence attachment.read attachment.write
  sop.read sop.write sop.approve calendar.read calendar.write desk.work desk.lead
  knowledge.view knowledge.edit knowledge.approve tariff.view tariff.manage
  claim.read claim.open claim.examine claim.approve claim.standard money.read money.settle
  charge.read charge.answer charge.arbitrate`.split(/\s+/)
const ME = {
  id: 'me',
  username: 'linxiao',
  name: '林晓',
  roles: ['AGENT', 'ADMINISTRATOR'],
  permissions: [...PERMISSIONS, 'outbox.write'],
  unit: { ...UNITS.hq, path: '/HQ/' },
  totpEnabled: false,
  mustChangePassword: false,
  locale: process.env.LOCALE === 'en' ? 'en' : 'zh-CN',
}
let signedIn = process.env.SIGNED_OUT !== '1'

const problem = (status, code, more = {}) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail: '', errors: [], ...more },
})
const ok = (body, status = 200) => ({ status, body })
const paged = (items, query) => {
  const start = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  const shown = MODE === 'empty' ? [] : MODE === 'few' ? items.slice(0, 3) : items
  return ok({
    items: shown.slice(start, start + limit),
    nextCursor: start + limit < shown.length ? String(start + limit) : null,
    total: shown.length,
  })
}
const rowOf = (p) => {
  const last = p.timeline.filter((s) => s.valid).at(-1)
  return {
    waybill: p.waybill,
    status: p.status,
    lastScan: last ? { type: last.type, scannedAt: last.scannedAt, site: last.site } : null,
    promisedAt: p.promisedAt,
    recipient: { name: p.recipient.name, phone: p.recipient.phone },
    level: p.silence?.level ?? 'OFF',
    openTickets: p.findings.length,
  }
}
const findTicket = (ticketId) => TICKETS.find((t) => t.id === ticketId)
const matches = (t, q) =>
  (!q.get('state') || t.state === q.get('state')) &&
  (!q.get('phase') || t.phase === q.get('phase')) &&
  (!q.get('level') || t.level === q.get('level')) &&
  (!q.get('kind') || t.kind === q.get('kind')) &&
  (q.get('urgent') !== 'true' || t.urgent) &&
  (q.get('overdue') !== 'true' || (t.dueAt && Date.parse(t.dueAt) < now())) &&
  (!q.get('q') || t.waybill.includes(q.get('q')) || t.number.includes(q.get('q'))) &&
  (q.get('view') !== 'mine' || TICKETS.indexOf(t) % 4 === 0)

const NOTICES = ['TICKET_OPENED', 'TICKET_URGED', 'TICKET_ESCALATED'].map((kind, i) => ({
  id: id('notice'),
  at: at(-i),
  kind,
  ticketId: TICKETS[i].id,
  waybill: TICKETS[i].waybill,
  params: {},
  readAt: i === 2 ? at(0) : null,
}))

const EXPORTS = [
  ['RUNNING', 128_400, 54_000, null],
  ['DONE', 3_214, 3_214, null],
  ['FAILED', 1_900_000, 410_000, 'TOO_LARGE'],
].map(([state, rowsTotal, rowsDone, failure], i) => ({
  id: id('export'),
  list: 'tickets',
  title: '工单',
  state,
  rowsTotal,
  rowsDone,
  bytes: state === 'DONE' ? 412_000 : null,
  createdAt: at(-i),
  finishedAt: null,
  failure,
  by: { id: 'me', name: '林晓' },
}))

const VIEWS = [
  ['催过三次还没回', 'PERSON', { view: 'all', filter: 'urges:min:3;answeredAt:empty' }],
  ['华南加急今天到期', 'UNIT', { view: 'all', urgent: 'true', filter: 'dueAt:before:+1d' }],
].map(([name, shared, query], i) => ({
  id: id('view'),
  list: 'tickets',
  name,
  query,
  columns: [],
  shared,
  unitCode: shared === 'UNIT' ? 'R05' : null,
  role: null,
  position: i,
  owner: { id: 'me', name: '林晓' },
  version: 1,
  editable: true,
}))
const foundTexts = [
  ['外包装', '破损', '，里面的瓷器碎了，客户要求赔偿'],
  ['仓库找到了，面单', '破损', '，已重新打印今晚发出'],
]
const searched = (q) => ({
  by: 'WORDS',
  complete: MODE !== 'full',
  found: (MODE === 'empty' ? [] : TICKETS.slice(0, MODE === 'few' ? 3 : 12)).map((ticket, i) => ({
    ticket,
    text: {
      kind: i % 2 === 0 ? 'NOTED' : 'ANSWER',
      at: at(-i),
      excerpt: {
        pieces: foundTexts[i % 2].map((text, at) => ({ text: at === 1 ? q : text, found: at === 1 })),
      },
    },
  })),
})

const ROUTES = [
  [
    'POST',
    /^\/tickets\/[^/]+\/presence$/,
    () => ok([{ person: { id: 'p2', name: '何大勇' }, doing: MODE === 'few' ? 'EDITING' : 'VIEWING' }]),
  ],
  [
    'GET',
    /^\/tickets\/[^/]+\/people$/,
    () => ok(['赵敏', '何大勇', '周文'].map((name) => ({ id: `p-${name}`, name }))),
  ],
  ['POST', /^\/tickets\/[^/]+\/mentions$/, () => ok(ticketView(TICKETS[0]))],
  [
    'GET',
    /^\/views$/,
    (_m, query) =>
      query.get('list') === 'ticket-macros'
        ? ok({
            views: [
              [
                '已联系网点',
                'PERSON',
                '您好，运单{waybill}已联系{unit}查找，最晚{dueAt}前给您答复。',
                'NOTE,URGE',
              ],
              ['疑似遗失，转加急', 'UNIT', '客户{waybill}疑似遗失，请{responsible}优先处理。', 'URGENT:LOST'],
            ].map(([name, shared, text, actions]) => ({
              ...VIEWS[0],
              id: `macro-${name}`,
              list: 'ticket-macros',
              name,
              shared,
              query: { text, actions },
            })),
            first: null,
          })
        : ok({ views: MODE === 'empty' ? [] : VIEWS, first: null }),
  ],
  ['POST', /^\/views(\/shared)?$/, () => ok(VIEWS[0])],
  [
    'POST',
    /^\/views\/counts$/,
    () =>
      ok({
        mine: 12,
        unit: 86,
        dueSoon: 9,
        overdue: 4,
        urgent: 7,
        escalated: 15,
        waiting: 31,
        open: 10_001,
        [VIEWS[0].id]: 3,
        [VIEWS[1].id]: 0,
      }),
  ],
  ['PUT', /^\/views\/first$/, () => ok(null, 204)],
  ['DELETE', /^\/views\/[^/]+$/, () => ok(null, 204)],
  ['POST', /^\/tickets\/search$/, (_m, _q, body) => ok(searched(body?.q ?? ''))],
  [
    'POST',
    /^\/tickets\/bulk$/,
    (_m, _q, body) =>
      ok({
        id: id('bulk'),
        action: body.action,
        total: body.tickets.length,
        done: body.tickets.length,
        rows: body.tickets.map(({ id: ticketId }, i) => ({
          id: ticketId,
          number: findTicket(ticketId)?.number ?? null,
          outcome: i % 3 === 1 ? 'REFUSED' : 'DONE',
          code: i % 3 === 1 ? 'NOT_YOUR_UNIT' : null,
          message: null,
        })),
      }),
  ],
  ['GET', /^\/exports$/, () => ok(MODE === 'empty' ? [] : EXPORTS)],
  ['POST', /^\/exports$/, () => ok({ ...EXPORTS[0], id: id('export'), rowsDone: 0 }, 202)],
  ['POST', /^\/exports\/[^/]+\/cancel$/, () => ok({ ...EXPORTS[0], state: 'CANCELLED' })],
  ...appealRoutes({ ok, paged, MODE }),
  ...boardRoutes({ ok, problem, paged, MODE }),
  ...chargeRoutes({ ok, problem, paged, MODE }),
  ...claimRoutes({ ok, paged, problem, MODE }),
  ...deskRoutes({ ok, paged, MODE }),
  ...knowledgeRoutes({ ok, paged, MODE }),
  ...tariffRoutes({ ok, problem, MODE }),
  ...moneyRoutes({ ok, problem, paged, MODE }),
  ...officeRoutes({ ok, paged, MODE }),
  ...sopRoutes({ ok, MODE }),
  [
    'GET',
    /^\/system$/,
    () =>
      ok({
        name: '驿路',
        version: '0.1.0',
        mode: 'DEMO',
        hotline: '95554',
        setupRequired: false,
        now: now().toISOString(),
        speed: SPEED,
        warmUp: process.env.WARM_UP === '1' ? { from: at(-48), to: at(0), reached: at(-16) } : null,
      }),
  ],
  ['GET', /^\/session$/, () => (signedIn ? ok(ME) : problem(401, 'SIGNED_OUT'))],
  [
    'POST',
    /^\/session$/,
    (_, __, body) => {
      if (body.password === 'wrong') return problem(401, 'BAD_CREDENTIALS')
      if (body.password === 'locked') return problem(401, 'LOCKED_OUT', { retryAfterSeconds: 840 })
      if (body.password === 'totp' && !body.totp) return problem(401, 'TOTP_REQUIRED')
      signedIn = true
      return ok(ME)
    },
  ],
  [
    'DELETE',
    /^\/session(\/all)?$/,
    () => {
      signedIn = false
      return ok(undefined, 204)
    },
  ],
  [
    'POST',
    /^\/me\/totp$/,
    () =>
      ok({
        secret: 'JBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Waypost:linxiao?secret=JBSWY3DPEHPK3PXP&issuer=Waypost',
      }),
  ],
  [
    'PUT',
    /^\/me\/locale$/,
    (_, __, body) => {
      ME.locale = body.locale
      return ok(undefined, 204)
    },
  ],
  ['PUT', /^\/me\//, () => ok(undefined, 204)],
  [
    'GET',
    /^\/notices$/,
    () =>
      ok({
        items: MODE === 'empty' ? [] : NOTICES,
        unread: MODE === 'empty' ? 0 : 2,
        nextCursor: null,
        total: 3,
      }),
  ],
  ['POST', /^\/notices\/read$/, () => ok(undefined, 204)],
  [
    'GET',
    /^\/tickets$/,
    (_, q) =>
      paged(
        TICKETS.filter((t) => matches(t, q)),
        q,
      ),
  ],
  [
    'GET',
    /^\/tickets\/counts$/,
    () =>
      ok(
        MODE === 'empty'
          ? { mine: 0, unit: 0, dueSoon: 0, overdue: 0, urgent: 0, escalated: 0, replied: 0 }
          : { mine: 58, unit: 230, dueSoon: 14, overdue: 42, urgent: 13, escalated: 34, replied: 17 },
      ),
  ],
  [
    'GET',
    /^\/tickets\/([^/]+)$/,
    ([ticketId]) => (findTicket(ticketId) ? ok(ticketView(findTicket(ticketId))) : problem(404, 'NOT_FOUND')),
  ],
  [
    'POST',
    /^\/tickets$/,
    (_, __, body) => ok({ ticket: ticketView({ ...TICKETS[0], waybill: body.waybill }), joined: true }),
  ],
  [
    'POST',
    /^\/attachments\/TICKET\/([^/]+)$/,
    () => ok({ id: id('photo'), type: 'PICTURE', name: 'photo.jpg', width: 1200, height: 900 }),
  ],
  ['POST', /^\/tickets\/([^/]+)\/([\w-]+)$/, ([ticketId]) => ok(ticketView(findTicket(ticketId)))],
  [
    'POST',
    /^\/parcels\/search$/,
    (_, __, body) => {
      const phone = /^1\d{10}$/.test(body.q)
      const items =
        MODE === 'empty'
          ? []
          : [...PARCELS.values()]
              .filter((p) => phone || p.waybill.startsWith(body.q.toUpperCase()))
              .map(rowOf)
      return ok({ kind: items.length === 0 ? 'NONE' : phone ? 'PHONE' : 'WAYBILL', items })
    },
  ],
  [
    'GET',
    /^\/parcels\/([^/]+)\/tickets$/,
    ([waybill]) => ok(MODE === 'empty' ? [] : TICKETS.filter((t) => t.waybill === waybill)),
  ],
  [
    'POST',
    /^\/parcels\/([^/]+)\/unmask$/,
    (_, __, body) =>
      ok({
        value: body.field.endsWith('phone')
          ? '13812346688'
          : body.field.endsWith('name')
            ? '陈静'
            : '四川省成都市武侯区簇桥街道锦城路 88 号',
      }),
  ],
  ['POST', /^\/parcels\/([^/]+)\/(notes|pauses)$/, () => ok({}, 201)],
  [
    'GET',
    /^\/parcels\/([^/]+)$/,
    ([waybill]) => {
      const found = PARCELS.get(waybill) ?? { ...PARCELS.get('YT6247854916511'), waybill }
      return MODE === 'empty' ? problem(404, 'NOT_FOUND') : ok({ ...found, now: now().toISOString() })
    },
  ],
]

function photo(response) {
  response.writeHead(200, { 'Content-Type': 'image/svg+xml' })
  response.end(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#c9b38d"/><rect x="90" y="70" width="220" height="150" fill="#f3f3f3"/></svg>',
  )
}

function live(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
  const tell = () =>
    response.write(`event: clock\ndata: ${JSON.stringify({ now: now().toISOString(), speed: SPEED })}\n\n`)
  tell()
  const timer = setInterval(tell, 10_000)
  response.on('close', () => clearInterval(timer))
}

async function bodyOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return {}
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost')
  const path = url.pathname.replace('/api/v1', '')
  if (path === '/live') return live(response)
  if (path.startsWith('/attachments/')) return photo(response)
  const body = await bodyOf(request)
  const route = ROUTES.find(([method, pattern]) => method === request.method && pattern.test(path))
  const failing = MODE === 'error' && !/^\/(system|session)/.test(path)
  const result = failing
    ? problem(500, 'UNEXPECTED')
    : route
      ? route[2](route[1].exec(path).slice(1), url.searchParams, body)
      : problem(404, 'NOT_FOUND')
  const type = result.status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(result.status, { 'Content-Type': type, 'Set-Cookie': 'XSRF-TOKEN=mock; Path=/' })
  response.end(result.body === undefined ? '' : JSON.stringify(result.body))
}).listen(PORT, () => console.log(`mock server on ${PORT}, mode ${MODE}`))
