import type { ContactDetail, ContactStep } from '../../../api/types'
import { tell } from './why'

const step = (what: ContactStep['what'], data: Record<string, unknown>): ContactStep => ({
  at: '2026-11-30T02:00:00Z',
  what,
  by: null,
  text: null,
  data,
})

const detail = (state: string, ...steps: ContactStep[]) =>
  ({ contact: { state, since: '2026-11-30T02:00:00Z' }, steps }) as unknown as ContactDetail

describe('why a contact went where it went', () => {
  it('says by which version, which words, which needs, how long, who else', () => {
    const told = tell(
      detail(
        'TALKING',
        step('QUEUED', {
          policy: 3,
          matter: 'DAMAGE',
          word: '碎了',
          language: 'ENGLISH',
          repeats: 1,
          needs: [
            { skill: 'CLAIM', wanted: 4, least: 1, instead: 'GENERAL' },
            { skill: 'VIP', wanted: 2, least: 1, instead: null },
          ],
          ahead: [{ cause: 'REPEATED', seconds: 30 }],
        }),
        step('LINKED', {}),
        step('OFFERED', {
          policy: 3,
          agentName: '张三',
          why: 'SUITS',
          waited: 12,
          ring: { after: 10, reach: 'EVERYWHERE', lowered: 5 },
          others: { SUITS: 2, SKILL: 1 },
          notReady: 4,
        }),
      ),
    )
    expect(told.map((one) => one.head)).toEqual(['进入排队，按第 3 版路由策略。', '等了 12 秒，分给张三。'])
    expect(told[0]?.more).toEqual([
      '说到“碎了”，算“破损、短少”。',
      '看文字是英语。',
      '最好理赔 4 级；没有时通用坐席也能接。',
      '最好VIP 2 级，至少 1 级。',
      '一天内第 2 次来，当作已经多等了 30 秒。',
    ])
    expect(told[1]?.more).toEqual([
      '这位能接、有空，综合下来最合适。',
      '这时全网的人可以接，等级放低了 5 级。',
      '当时另外空着的：2 位也能接，但不如这位合适，1 位没有要的技能。',
      '还有 4 位在岗但示忙、断线或手里接满。',
    ])
  })

  it('says that it still waits, and bears steps of earlier versions', () => {
    const told = tell(detail('WAITING', step('QUEUED', {}), step('OFFERED', {}), step('UNANSWERED', {})))
    expect(told.at(-1)?.head).toContain('还在等')
    expect(told[1]?.more).toEqual(['当时没有别的坐席空着。'])
  })
})
