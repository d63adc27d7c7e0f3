// Kinds, SOPs and work calendars for the mock server.
import { readFileSync } from 'node:fs'
import { REGIONS } from './board-routes.mjs'
import { at, now, unit } from './sample.mjs'

const lines = readFileSync(
  new URL('../../core/src/main/resources/io/waypost/core/sop/kinds.tsv', import.meta.url),
  'utf8',
)
const KINDS = lines
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([code, nameZh, nameEn, bizType, matter, flags]) => ({
    code,
    main: code.split('.')[0],
    nameZh,
    nameEn,
    bizType,
    matter,
    aboutParcel: flags.includes('p'),
    endsWithMove: flags.includes('m'),
    forPeople: !flags.includes('x'),
    active: code !== 'PRAISE',
    revision: 1,
  }))
const PAUSES = ['CUSTOMER', 'EVIDENCE', 'OTHER_OUTLET', 'AUTHORITY']
const LEADS = ['TEAM_LEAD', 'DISPATCHER', 'REGION_MANAGER', 'HEADQUARTERS_MANAGER']
const stage = (name, party, normal, urgent, customerText = '', calendar = 'always', requires = []) => ({
  stage: name,
  party,
  normalMinutes: normal * 60,
  urgentMinutes: urgent * 60,
  calendar,
  warnings:
    normal > 8
      ? [
          { minutesLeft: null, percentUsed: 50 },
          { minutesLeft: null, percentUsed: 80 },
        ]
      : [{ minutesLeft: 30, percentUsed: null }],
  repeatEveryMinutes: 240,
  repeatAtMost: normal > 8 ? 3 : 0,
  pauses: PAUSES,
  requires,
  skippers: LEADS,
  customerText,
})
const body = (outlet) => ({
  stages: [
    stage('TRIAGE', 'DESK', 2, 0.25, '我们正在安排人核实。', 'dispatch-desk'),
    stage('RESPONSE', 'OUTLET', outlet, 2, '我们正在核实情况。'),
    stage('RESPONSE', 'REGION', 8, 2),
    stage('RESPONSE', 'HEADQUARTERS', 8, 2),
    stage('SOLUTION', 'OUTLET', 48, 24, '问题正在处理中。'),
    stage('SOLUTION', 'REGION', 24, 12),
    stage('SOLUTION', 'HEADQUARTERS', 24, 12),
    stage('VERIFICATION', 'DESK', 8, 2, '', 'dispatch-desk'),
    stage('CHECK', 'DESK', 8, 2, '处理结果正在复核。', 'dispatch-desk', ['LIABILITY', 'ROOT_CAUSE']),
    stage('CALL_BACK', 'DESK', 24, 4, '我们会再联系您，确认结果是否满意。', 'dispatch-desk', [
      'CALL_BACK_VERDICT',
    ]),
  ],
  longestWaitMinutes: 10080,
  reopenWindowMinutes: 10080,
  repeatWindowMinutes: 43200,
  handOvers: 3,
})
const row = (code, version, state, more = {}) => ({
  code,
  version,
  state,
  inForce: false,
  effectiveFrom: null,
  runningToo: false,
  author: '周敏',
  createdAt: at(-30),
  approver: null,
  approvedAt: null,
  note: '',
  refusal: '',
  ...more,
})
const rows = (code) => [
  row(code, 3, 'DRAFT', { note: '网点响应从 24 小时缩到 12 小时，先看试算' }),
  row(code, 2, 'APPROVED', {
    inForce: true,
    effectiveFrom: at(-900),
    approver: '林晓',
    approvedAt: at(-910),
    note: '加急响应统一 2 小时',
  }),
  row(code, 1, 'APPROVED', {
    author: 'Waypost',
    approver: 'Waypost',
    createdAt: '1970-01-01T00:00:00Z',
    effectiveFrom: '1970-01-01T00:00:00Z',
  }),
]
const version = (code, number) => {
  const draft = number === 3
  return {
    version: rows(code).find((one) => one.version === number) ?? rows(code)[1],
    revision: 4,
    body: body(draft ? 12 : 24),
    flaws: process.env.FLAWS ? [{ field: 'stages[1].urgent', value: 'PT2H', reason: 'URGENT_LONGER' }] : [],
    base: { code, version: 2 },
    baseBody: body(24),
    changes: draft
      ? [
          {
            kind: 'FIELD_CHANGED',
            stage: 'RESPONSE',
            party: 'OUTLET',
            field: 'NORMAL',
            before: '1440',
            after: '720',
          },
          {
            kind: 'FIELD_CHANGED',
            stage: 'CHECK',
            party: 'DESK',
            field: 'REQUIRES',
            before: 'LIABILITY',
            after: 'LIABILITY,ROOT_CAUSE',
          },
        ]
      : [],
    editable: draft,
    ownWork: draft,
  }
}
const dryRun = () => ({
  run: {
    state: 'DONE',
    total: 18240,
    done: 18240,
    base: { code: 'DELAY', version: 2 },
    from: at(-720),
    until: at(0),
    requestedBy: '周敏',
    requestedAt: at(-1),
    endedAt: at(0),
    rows: REGIONS.flatMap((region, i) => [
      {
        stage: 'RESPONSE',
        party: 'OUTLET',
        urgent: false,
        region,
        cases: 2000 - i * 150,
        unknown: i,
        before: { warned: 700 - i * 40, late: 180 - i * 11, steps: 60 },
        after: { warned: 1200 - i * 60, late: 520 - i * 37, steps: 210 },
      },
    ]),
  },
})

const ALL_DAY = [{ from: '00:00', until: '00:00' }]
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const calendar = (code, nameZh, nameEn, days, shifts, office, more = {}) => ({
  code,
  nameZh,
  nameEn,
  inForce: {
    code,
    version: 1,
    state: 'APPROVED',
    inForce: true,
    effectiveFrom: '1970-01-01T00:00:00Z',
    body: {
      week: days.map((day) => ({ day, shifts })),
      closedOnHolidays: office,
      makeUpDaysLike: office ? 'MONDAY' : null,
      exceptions: office ? [{ date: '2026-07-15', shifts: [], reason: '搬迁' }] : [],
    },
    source: 'Waypost',
    author: 'Waypost',
    createdAt: '1970-01-01T00:00:00Z',
    approver: 'Waypost',
    approvedAt: '1970-01-01T00:00:00Z',
    ownWork: false,
  },
  openNow: true,
  nextOpen: null,
  underWay: [],
  ...more,
})
const CALENDARS = [
  calendar('office', '行政办公', 'Office', DAYS.slice(0, 5), [{ from: '09:00', until: '18:00' }], true),
  calendar('always', '全天候', 'Round the clock', DAYS, ALL_DAY, false),
  calendar('dispatch-desk', '调度客服', 'Dispatch desk', DAYS, [{ from: '08:00', until: '18:00' }], false, {
    openNow: false,
    nextOpen: at(10),
  }),
  calendar('outlet-daily', '网点营业', 'Outlet, daily', DAYS, [{ from: '08:00', until: '20:00' }], false),
]
CALENDARS[3].underWay = [
  {
    ...CALENDARS[3].inForce,
    version: 2,
    state: 'PROPOSED',
    inForce: false,
    author: '周敏',
    source: '运营通知〔2026〕12 号',
    effectiveFrom: at(48),
    body: {
      ...CALENDARS[3].inForce.body,
      week: DAYS.map((day) => ({ day, shifts: [{ from: '07:30', until: '21:00' }] })),
    },
  },
]
const OFF = [
  ['元旦', '2026-01-01', '2026-01-03'],
  ['春节', '2026-02-15', '2026-02-23'],
  ['清明节', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05'],
  ['端午节', '2026-06-19', '2026-06-21'],
  ['中秋节', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07'],
]
const WORK = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
const days = (code, year) => {
  const { body: hours } = CALENDARS.find((one) => one.code === code).inForce
  const result = []
  for (
    let day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    const date = day.toISOString().slice(0, 10)
    const holiday = OFF.find(([, first, last]) => date >= first && date <= last)?.[0] ?? null
    const kind =
      year > 2026 ? 'UNKNOWN' : WORK.includes(date) ? 'MAKE_UP_DAY' : holiday ? 'HOLIDAY' : 'ORDINARY'
    const name = kind === 'MAKE_UP_DAY' && hours.makeUpDaysLike ? 'MONDAY' : DAYS[(day.getUTCDay() + 6) % 7]
    const exception = hours.exceptions.find((one) => one.date === date)
    const off = (kind === 'HOLIDAY' || kind === 'UNKNOWN') && hours.closedOnHolidays
    const shifts = exception
      ? exception.shifts
      : off
        ? []
        : (hours.week.find((one) => one.day === name)?.shifts ?? [])
    result.push({
      date,
      kind,
      holiday: kind === 'HOLIDAY' ? holiday : null,
      exception: exception?.reason ?? null,
      shifts,
      workingMinutes: shifts.length * 540,
    })
  }
  return result
}

export function sopRoutes({ ok, MODE }) {
  const kinds = MODE === 'empty' ? [] : MODE === 'few' ? KINDS.slice(0, 3) : KINDS
  const answer = ok
  return [
    ['GET', /^\/kinds$/, () => answer(kinds)],
    ['POST', /^\/kinds$/, (_, __, kind) => ok({ ...KINDS[0], ...kind })],
    ['PUT', /^\/kinds\/([^/]+)$/, (_, __, kind) => ok({ ...KINDS[0], ...kind })],
    [
      'GET',
      /^\/sops$/,
      () =>
        answer(
          kinds.map((kind) => {
            const own = kind.code === kind.main
            return {
              code: kind.code,
              inForce: { code: kind.main, version: own && kind.main === 'DELAY' ? 2 : 1 },
              own,
              stages: 10,
              firstMinutes: kind.endsWithMove ? 120 : 1440,
              firstUrgentMinutes: kind.endsWithMove ? 60 : 120,
              since: kind.code === 'DELAY' ? at(-900) : null,
              underWay:
                kind.code === 'DELAY'
                  ? [rows('DELAY')[0]]
                  : kind.code === 'LOSS'
                    ? [row('LOSS', 2, 'SUBMITTED')]
                    : [],
            }
          }),
        ),
    ],
    ['GET', /^\/sops\/([^/]+)\/versions$/, ([code]) => answer(code.includes('.') ? [] : rows(code))],
    ['GET', /^\/sops\/([^/]+)\/versions\/(\d+)\/dry-run$/, () => answer(dryRun())],
    ['POST', /^\/sops\/([^/]+)\/versions\/(\d+)\/dry-run$/, () => ok(dryRun())],
    ['GET', /^\/sops\/([^/]+)\/versions\/(\d+)$/, ([code, number]) => answer(version(code, Number(number)))],
    ['POST', /^\/sops\/([^/]+)\/versions$/, ([code]) => ok(version(code, 3))],
    ['PUT', /^\/sops\/([^/]+)\/versions\/(\d+)$/, ([code, number]) => ok(version(code, Number(number)))],
    [
      'POST',
      /^\/sops\/([^/]+)\/versions\/(\d+)\/\w+$/,
      ([code, number]) => ok(version(code, Number(number))),
    ],
    ['GET', /^\/calendars$/, () => answer(MODE === 'empty' ? [] : CALENDARS)],
    ['GET', /^\/calendars\/([^/]+)\/days$/, ([code], query) => answer(days(code, Number(query.get('year'))))],
    [
      'GET',
      /^\/calendars\/([^/]+)\/working-time$/,
      ([code], query) =>
        answer({
          code,
          version: 1,
          from: query.get('from'),
          minutes: Number(query.get('minutes')),
          due: new Date(now().getTime() + Number(query.get('minutes')) * 60_000).toISOString(),
          notBefore: at(0),
          knownThrough: null,
        }),
    ],
    ['POST', /^\/calendars/, () => ok(CALENDARS[0].inForce)],
    [
      'GET',
      /^\/holidays$/,
      () =>
        answer({
          knownFrom: '2022-01-01',
          knownThrough: '2026-12-31',
          daysLeft: 33,
          years: [
            {
              year: 2026,
              source: '国办发明电〔2025〕7号',
              holidays: OFF.map(([name, first, last]) => ({ name, first, last })),
              makeUpDays: WORK,
              author: null,
              enteredAt: null,
            },
          ],
        }),
    ],
    [
      'GET',
      /^\/calendar-units$/,
      () =>
        answer(
          MODE === 'empty'
            ? []
            : [
                {
                  unit: unit('R05', '华南大区', 'REGION'),
                  calendar: 'outlet-daily',
                  since: at(-99),
                  author: '周敏',
                },
              ],
        ),
    ],
  ]
}
