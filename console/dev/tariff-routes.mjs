// Prices, their versions and quotes: from what the software brings along, so that the pages show real lengths of words and lists.
import { readFileSync } from 'node:fs'

const near = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')
const BODY = JSON.parse(near('../../app/src/main/resources/tariff/packaged.json'))
const LINES = near('../../core/src/main/resources/io/waypost/core/place/divisions.tsv')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([code]) => /^\d{6}$/.test(code))
const CODES = new Set(LINES.map(([code]) => code))
const LEVEL = (code) => (code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3)
const DIVISIONS = LINES.map(([code, name]) => {
  const city = `${code.slice(0, 4)}00`
  const above = LEVEL(code) === 3 && CODES.has(city) ? city : `${code.slice(0, 2)}0000`
  return { code, name, parent: LEVEL(code) === 1 ? null : above, level: LEVEL(code) }
})
const nameOf = (code) => DIVISIONS.find((one) => one.code === code)?.name ?? code

const ROW = {
  version: 3,
  state: 'DRAFT',
  inForce: false,
  note: '旺季前调价，偏远加收下调',
  author: '周敏',
  mine: false,
  madeAt: '2026-11-20T02:00:00Z',
  effectiveFrom: null,
  approvedBy: null,
  dropped: null,
  revision: 4,
}
const ROWS = [
  ROW,
  {
    ...ROW,
    version: 2,
    state: 'APPROVED',
    inForce: true,
    note: '今年的价格',
    effectiveFrom: '2026-01-01T00:00:00Z',
    approvedBy: '林晓',
  },
  { ...ROW, version: 1, note: '', author: 'Waypost', madeAt: '1970-01-01T00:00:00Z', revision: 1 },
]
const changed = structuredClone(BODY)
changed.products[0].rates[3].firstFen = 0
changed.products[0].rates[3].bands = [
  { fromGrams: 1_500, stepGrams: 100, stepFen: 80 },
  { fromGrams: 10_000, stepGrams: 1_000, stepFen: 500 },
]
changed.products[0].surcharges.push({
  ...changed.products[0].surcharges[0],
  kind: 'REMOTE',
  code: 'REMOTE',
  name: '偏远附加费',
  areas: ['65', '5401'],
})
changed.exceptions = [{ from: '4401', to: '460105', zone: 'NEAR' }]
changed.unserved = [{ area: '540232', reach: 'OUTLET', reason: '大雪封路，只到县里的网点。' }]
const FLAWS = [
  ['products[0].rates[3].firstFen', 0, 'OUT_OF_RANGE', 'Between 1 and 1000000.'],
  [
    'products[0].rates[3].bands[0].fromGrams',
    1_500,
    'GAP',
    'The first band begins where the first weight ends: 1000.',
  ],
].map(([field, value, code, message]) => ({ field, value, code, message }))

const quote = ({ from, to, grams }) => ({
  version: 2,
  from: nameOf(from),
  to: nameOf(to),
  zone: '跨省',
  grams: grams ?? 1_000,
  offers: BODY.products.map((product, i) => {
    const rate = product.rates[Math.min(3, product.rates.length - 1)]
    const lines = [
      { kind: 'FIRST', name: '', fen: rate.firstFen },
      { kind: 'FURTHER', name: '', fen: 1_280 },
      { kind: 'SURCHARGE', name: '易碎品加固包装', fen: 800 },
    ]
    const none = i === BODY.products.length - 1
    return {
      product: product.code,
      name: product.name,
      totalFen: none ? null : lines.reduce((sum, line) => sum + line.fen, 0),
      lines: none ? [] : lines,
      countedGrams: none ? 0 : (grams ?? 1_000),
      volumetricGrams: i === 0 ? 2_100 : 0,
      promisedBy: none ? null : '2026-12-03T12:00:00Z',
      remedy: product.remedy,
      why: none ? 'NOT_ON_THIS_LANE' : null,
    }
  }),
  history: { from: '440100', to: '330100', parcels: 1_280, halfHours: 42, mostHours: 60 },
  service: {
    division: to,
    name: nameOf(to),
    reach: 'DOOR',
    reason: null,
    here: true,
    count: 7,
    outlets: ['一部', '二部', '三部'].map((name, i) => ({
      code: `O${i}`,
      name: `${nameOf(to)}${name}`,
      address: `文三路 ${i + 1}8 号`,
      phone: `0571-8888000${i}`,
      opens: '08:00:00',
      closes: '20:00:00',
      serviceArea: i === 0 ? '文三路以北、古翠路以东' : null,
    })),
  },
  wanted: BODY.products[0].surcharges
    .filter(({ kind }) => kind === 'WANTED')
    .map(({ code, name, fen }) => ({ code, name, fen })),
  advice: {
    rule: 'GLASS',
    goods: '玻璃陶瓷',
    packaging: '每件先裹两层气泡膜，箱里塞满不晃动，外面写“易碎”。',
    insure: true,
    product: 'EXPRESS',
  },
})

export function tariffRoutes({ ok, problem, MODE }) {
  const none = MODE === 'empty'
  const version = (number) => ({
    row: none && number === 1 ? ROWS[2] : (ROWS.find((row) => row.version === number) ?? ROW),
    body: number === 3 ? changed : BODY,
    flaws: number === 3 ? FLAWS : [],
  })
  const answer = (ask) => (none ? problem(409, 'NO_TARIFF') : ok(quote(ask)))
  return [
    [
      'GET',
      /^\/network\/divisions$/,
      (_m, query) =>
        ok(
          DIVISIONS.filter(
            ({ level, name }) => level <= Number(query.get('level') ?? 2) && !/直辖县/.test(name),
          ),
        ),
    ],
    [
      'GET',
      /^\/tariffs$/,
      () => ok(none ? { inForce: null, items: [ROWS[2]] } : { inForce: 2, items: ROWS }),
    ],
    ['GET', /^\/tariffs\/(\d+)$/, ([number]) => ok(version(Number(number)))],
    ['POST', /^\/tariffs$/, () => ok(version(3))],
    [
      'PUT',
      /^\/tariffs\/(\d+)$/,
      ([number], _q, { body, note, revision }) => {
        const { row } = version(Number(number))
        return ok({ row: { ...row, note, revision: revision + 1 }, body, flaws: [] })
      },
    ],
    ['POST', /^\/tariffs\/(\d+)\/\w+$/, ([number]) => ok(version(Number(number)))],
    ['POST', /^\/(public\/)?quotes$/, (_m, _q, body) => answer(body)],
  ]
}
