import type { Article, ArticleBody, ArticleRow, ArticleVersion, Hit } from '../../api/types'
import { blank } from './model'

/** What tests of this feature are shown. */
export const UNIT = { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' as const }

export const BODY: ArticleBody = {
  ...blank('改址服务收费'),
  category: 'CHANGE',
  similar: ['改地址要钱吗'],
  text: '交付前都能改，费用以页面为准。',
  source: { kind: 'LAW', name: '民法典第八百二十九条', date: '2021-01-01' },
}

export function version(more: Partial<ArticleVersion['row']> = {}, body = BODY): ArticleVersion {
  return {
    row: {
      version: 1,
      state: 'APPROVED',
      inForce: false,
      note: '',
      author: '周洋',
      mine: false,
      madeAt: '2026-11-20T01:00:00Z',
      submittedAt: null,
      reason: '',
      approver: null,
      approvedAt: null,
      from: null,
      until: null,
      endedAt: null,
      end: null,
      revision: 3,
      ...more,
    },
    body,
    flaws: [],
    files: [],
  }
}

export function article(more: Partial<Article> = {}): Article {
  const versions = [more.making, more.inForce].flatMap((one) => (one == null ? [] : [one.row]))
  return { id: 'a1', number: 7, unit: UNIT, mayEdit: true, versions, inForce: null, making: null, ...more }
}

export const ROW: ArticleRow = {
  id: 'a1',
  number: 7,
  unit: UNIT,
  mayEdit: true,
  title: '改址服务收费',
  category: 'CHANGE',
  audience: 'CUSTOMERS',
  standard: false,
  inForce: { version: 1, since: '2026-11-20T01:00:00Z', until: null },
  making: { version: 2, state: 'SUBMITTED', author: '周洋', madeAt: '2026-11-21T01:00:00Z' },
  ended: null,
}

export function hit(more: Partial<Hit> = {}): Hit {
  return {
    article: 'a1',
    number: 7,
    version: 1,
    title: '改址服务收费',
    text: '交付前都能改，费用以页面为准。',
    english: null,
    source: { kind: 'LAW', name: '民法典第八百二十九条', date: '2021-01-01' },
    standard: false,
    audience: 'CUSTOMERS',
    score: 0.8,
    ...more,
  }
}
