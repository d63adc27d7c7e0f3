import type { Policy, PolicyBody, PolicyList, PolicyTrial, TrialLine } from '../../../api/types'

/** Made-up policies for tests. */
export const body: PolicyBody = {
  channels: {
    PHONE: { units: 100, targetSeconds: 20 },
    CHAT: { units: 33, targetSeconds: 30 },
    WECHAT: { units: 33, targetSeconds: 60 },
    EMAIL: { units: 25, targetSeconds: 14_400 },
    SMS: { units: 25, targetSeconds: 900 },
    FEEDBACK: { units: 25, targetSeconds: 14_400 },
    PARTNER: { units: 33, targetSeconds: 300 },
  },
  rings: [
    { afterSeconds: 0, reach: 'PARENT', lowered: 1, units: null },
    { afterSeconds: 10, reach: 'EVERYWHERE', lowered: 5, units: null },
  ],
  overflows: [],
  sticky: { withinSeconds: 86_400, waitsSeconds: 15 },
  headStarts: { repeatSeconds: 30, mostSeconds: 90, contractSeconds: 20 },
  weights: { spare: 0.3, even: 3, fit: 0.2, home: 0.1, rare: 5 },
  matters: [
    {
      code: 'DAMAGE',
      nameZh: '破损、短少',
      nameEn: 'Damage',
      skill: 'CLAIM',
      wanted: 3,
      least: 0,
      words: ['破损', '碎了', '漏了'],
    },
    {
      code: 'WHERE_IS_IT',
      nameZh: '查件',
      nameEn: 'Where is it',
      skill: 'GENERAL',
      wanted: 2,
      least: 1,
      words: ['到哪了', '查件'],
    },
  ],
  languages: [{ code: 'ENGLISH', writing: 'LATIN', share: 90, skill: 'ENGLISH', wanted: 2, least: 0 }],
  thanks: { withinSeconds: 600 },
}

const row = {
  version: 3,
  state: 'DRAFT' as const,
  inForce: false,
  note: '晚高峰请华北帮接',
  author: '林晓',
  mine: false,
  madeAt: '2026-11-29T02:00:00Z',
  since: null,
  forcedBy: null,
  dropped: null,
  revision: 2,
}

export const list: PolicyList = {
  inForce: 2,
  items: [
    row,
    {
      ...row,
      version: 2,
      state: 'APPROVED',
      inForce: true,
      note: '破损先找理赔',
      author: '周敏',
      since: '2026-11-20T02:00:00Z',
      forcedBy: '林晓',
    },
    {
      ...row,
      version: 1,
      state: 'APPROVED',
      note: '',
      author: 'Waypost',
      madeAt: '1970-01-01T00:00:00Z',
      since: '1970-01-01T00:00:00Z',
      forcedBy: 'Waypost',
    },
  ],
  terms: [],
}

export const line: TrialLine = {
  base: {
    contacts: 2400,
    inTime: 1860,
    gaveUp: 160,
    averageWait: 41,
    ninetieth: 118,
    known: 300,
    backToKnown: 120,
    elsewhere: 240,
  },
  tried: {
    contacts: 2400,
    inTime: 2040,
    gaveUp: 110,
    averageWait: 28,
    ninetieth: 74,
    known: 300,
    backToKnown: 150,
    elsewhere: 600,
  },
  better: 260,
  worse: 80,
  clear: true,
  enough: true,
}

export const trial: PolicyTrial = {
  state: 'DONE',
  current: true,
  base: 2,
  from: '2026-11-22T02:00:00Z',
  until: '2026-11-29T02:00:00Z',
  requestedAt: '2026-11-29T02:00:00Z',
  endedAt: '2026-11-29T02:00:20Z',
  oneIn: 1,
  agents: 34,
  whole: line,
  channels: [
    { channel: 'PHONE', line, patience: { contacts: 1800, left: 140, meanSeconds: 190 } },
    {
      channel: 'EMAIL',
      line: { ...line, base: { ...line.base, contacts: 12, inTime: 12 }, enough: false },
      patience: { contacts: 12, left: 0, meanSeconds: null },
    },
  ],
  desks: [
    { unit: { code: 'R05', name: '华南大区', kind: 'REGION' }, line },
    {
      unit: { code: 'R01', name: '华北大区', kind: 'REGION' },
      line: { ...line, better: 10, worse: 12, clear: false },
    },
  ],
  baseSpread: { agents: 34, busy: 0.61, unevenness: 0.24 },
  triedSpread: { agents: 34, busy: 0.62, unevenness: 0.17 },
  tooLittle: null,
}

export const inForce: Policy = { row: list.items[1] ?? row, body, gaps: [], trial: null }

export const draft: Policy = {
  row,
  body: {
    ...body,
    overflows: [
      {
        unit: 'R05',
        rings: [
          { afterSeconds: 0, reach: 'UNIT', lowered: 1, units: null },
          { afterSeconds: 60, reach: 'EVERYWHERE', lowered: 5, units: null },
        ],
      },
    ],
  },
  gaps: [],
  trial,
}
