// The knowledge base for the mock server: the articles that come with the software, a few of them in the making, and questions that none answers.
import { readFileSync } from 'node:fs'
import { UNITS } from './sample.mjs'

const FILE = new URL('../../bot/src/main/resources/io/waypost/bot/answers/articles.txt', import.meta.url)
const ago = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString()
const idOf = (i) => `00000000-0000-7000-a000-${String(i).padStart(12, '0')}`
const unit = { code: UNITS.hq.code, name: UNITS.hq.name, kind: 'HEADQUARTERS' }

const articles = readFileSync(FILE, 'utf8')
  .split(/^@ /m)
  .slice(1)
  .map((block, i) => {
    const all = (name) => [...block.matchAll(new RegExp(`^${name}: (.*)$`, 'gm'))].map((found) => found[1])
    const [kind, name, date] = all('source')[0].split(' | ')
    const body = {
      title: all('title')[0],
      category: all('category')[0],
      audience: all('audience')[0] ?? 'CUSTOMERS',
      similar: all('ask'),
      text: all('answer')[0],
      english: all('english')[0] ?? null,
      variants:
        i === 0
          ? [
              { unit: 'R05', channel: null, text: '华南大区：保价费率以当地网点公示为准。', english: null },
              { unit: null, channel: 'SMS', text: '保价自愿，费率以下单页面为准。', english: null },
            ]
          : [],
      source: { kind, name, date },
      standard: all('standard').length > 0,
      files: [],
    }
    return { id: idOf(i), number: i + 1, body, making: i % 31 === 2 ? (i % 2 ? 'SUBMITTED' : 'DRAFT') : null }
  })

const row = (version, state, more = {}) => ({
  version,
  state,
  inForce: false,
  note: '',
  author: 'Waypost',
  mine: false,
  madeAt: ago(900),
  submittedAt: null,
  reason: '',
  approver: null,
  approvedAt: null,
  from: ago(900),
  until: null,
  endedAt: null,
  end: null,
  revision: 2,
  ...more,
})
const inForce = (one) => ({
  row: row(1, 'APPROVED', { inForce: true, until: one.number % 17 === 0 ? ago(-300) : null }),
  body: one.body,
  flaws: [],
  files: [],
})
const making = (one) => ({
  row: row(2, one.making, {
    author: '周洋',
    note: '按新规定改了措辞',
    madeAt: ago(5),
    from: null,
    reason: one.making === 'DRAFT' ? '依据的日期不对，请核对' : '',
  }),
  body: { ...one.body, text: `${one.body.text.slice(0, -1)}，请您放心。` },
  flaws: one.making === 'DRAFT' ? [{ field: 'similar[2]', value: '', reason: 'TWICE' }] : [],
  files: [],
})
const viewOf = (one) => ({
  id: one.id,
  number: one.number,
  unit,
  mayEdit: true,
  versions: [...(one.making ? [making(one).row] : []), inForce(one).row],
  inForce: inForce(one),
  making: one.making ? making(one) : null,
})
const rowOf = (one) => ({
  id: one.id,
  number: one.number,
  unit,
  mayEdit: true,
  title: one.body.title,
  category: one.body.category,
  audience: one.body.audience,
  standard: one.body.standard,
  inForce: { version: 1, since: ago(900), until: inForce(one).row.until },
  making: one.making ? { version: 2, state: one.making, author: '周洋', madeAt: ago(5) } : null,
  ended: null,
})
const shared = (one, question) =>
  Math.max(
    ...[one.body.title, ...one.body.similar].map(
      (text) => [...question].filter((letter) => text.includes(letter)).length,
    ),
  )
const hits = (question, most) =>
  [...articles]
    .sort((a, b) => shared(b, question) - shared(a, question))
    .slice(0, most)
    .map((one) => ({
      article: one.id,
      number: one.number,
      version: 1,
      title: one.body.title,
      text: one.body.text,
      english: one.body.english,
      source: one.body.source,
      standard: one.body.standard,
      audience: one.body.audience,
      score: 0.7,
    }))
const groups = [
  ['无人机能送到十八楼阳台吗', 12, ['无人机能不能送到十八楼', '阳台能收无人机快递不']],
  ['军人证寄件打折吗', 5, ['退伍军人有没有优惠']],
  ['能不能指定某个快递员来送', 3, []],
].map(([question, count, said], i) => ({
  counted: {
    id: idOf(900 + i),
    question,
    state: 'OPEN',
    lastAt: ago(i * 7 + 1),
    article: null,
    reason: '',
    by: null,
    endedAt: null,
    count,
    noAnswer: count - 1,
    notHelpful: 1,
    said,
  },
  nearest: hits(question, 1)[0],
}))

export function knowledgeRoutes({ ok, paged, MODE }) {
  const find = (wanted) => articles.find((one) => one.id === wanted) ?? articles[0]
  return [
    [
      'GET',
      /^\/knowledge\/articles$/,
      (_m, query) => {
        const wanted = articles.filter(
          (one) =>
            (!query.get('words') || one.body.title.includes(query.get('words'))) &&
            (!query.get('category') || one.body.category === query.get('category')) &&
            (!query.get('audience') || one.body.audience === query.get('audience')) &&
            (!/DRAFT|SUBMITTED/.test(query.get('which') ?? '') || one.making === query.get('which')),
        )
        return ok({
          page: paged(wanted.map(rowOf), query).body,
          counts: { inForce: articles.length, ending: 6, drafts: 2, submitted: 2 },
        })
      },
    ],
    ['GET', /^\/knowledge\/articles\/([^/]+)$/, ([article]) => ok(viewOf(find(article)))],
    [
      'GET',
      /^\/knowledge\/articles\/([^/]+)\/versions\/(\d+)$/,
      ([article, version]) => ok(version === '2' ? making(find(article)) : inForce(find(article))),
    ],
    ['POST', /^\/knowledge\/articles$/, () => ok(viewOf(articles[2]))],
    [
      'POST',
      /^\/knowledge\/articles\/([^/]+)\/versions(\/\d+\/\w+)?$/,
      ([article]) => ok(viewOf(find(article))),
    ],
    ['PUT', /^\/knowledge\/articles\/([^/]+)\/versions\/\d+$/, ([article]) => ok(viewOf(find(article)))],
    [
      'POST',
      /^\/knowledge\/search$/,
      (_m, _q, body) => ok(MODE === 'empty' ? [] : hits(body.question, body.most)),
    ],
    ['GET', /^\/knowledge\/questions$/, (_m, query) => paged(groups, query)],
    ['POST', /^\/knowledge\/questions/, () => ok({})],
  ]
}
