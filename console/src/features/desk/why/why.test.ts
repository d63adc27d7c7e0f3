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

  it('says under which contract it came and who had it first', () => {
    const told = tell(
      detail(
        'TALKING',
        step('QUEUED', {
          policy: 3,
          matter: 'GENERAL',
          needs: [],
          contract: {
            code: 'HT-1',
            name: '晨光文具',
            version: 2,
            by: 'PERSON',
            person: '王**',
            served: true,
            answerSeconds: 10,
            agents: 1,
            keepSeconds: 30,
          },
          ahead: [{ cause: 'CONTRACT', seconds: 20 }],
        }),
        step('OFFERED', {
          agentName: '张三',
          why: 'DEDICATED',
          waited: 0,
          others: { KEPT_FOR_DEDICATED: 2 },
        }),
      ),
    )
    expect(told[0]?.more.slice(1)).toEqual([
      '是合同客户“晨光文具”的联系人王**，按第 2 版条款。',
      '合同要在 10 秒内应答，轮到谁先接按这个时限算。',
      '有 1 位专属坐席，在岗时先等他们 30 秒。',
      '合同客户，当作已经多等了 20 秒。',
    ])
    expect(told[1]?.more).toEqual(['是这个合同客户的专属坐席。', '当时另外空着的：2 位要先等专属坐席。'])
  })

  it('says that it still waits, and bears steps of earlier versions', () => {
    const told = tell(detail('WAITING', step('QUEUED', {}), step('OFFERED', {}), step('UNANSWERED', {})))
    expect(told.at(-1)?.head).toContain('还在等')
    expect(told[1]?.more).toEqual(['当时没有别的坐席空着。'])
  })
})
