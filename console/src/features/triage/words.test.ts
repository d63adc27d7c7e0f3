import { setLocale } from '../../shared/i18n'
import type { TriageView } from './api'
import { sayFinding, sayRaised, sayThen, sayWhen, sayWhy } from './words'

const kinds = (code: string) => ({ DELAY: '延误', 'DELAY.TRANSPORT': '中转或运输延误' })[code] ?? code
const unit = (code: string) => ({ R05: '华南大区', 'FIN-1': '财务部' })[code] ?? code

function view(more: Partial<TriageView>): TriageView {
  return {
    owner: 'HOLDING_UNIT',
    unit: { code: 'H4401', name: '广州转运中心', kind: 'HUB' },
    instead: false,
    urgent: null,
    role: null,
    rule: 'r1',
    name: '转运中心的延误',
    because: [],
    raised: null,
    before: [],
    ...more,
  }
}

describe('why a ticket went where it did', () => {
  afterEach(() => setLocale('zh-CN'))

  it('names the unit, the rule, and what it looked at', () => {
    const because = [
      { aspect: 'KIND' as const, wanted: ['DELAY'], found: ['DELAY.TRANSPORT'], holds: true },
      { aspect: 'CUSTODY' as const, wanted: ['HUB'], found: ['HUB'], holds: true },
    ]
    expect(sayWhy(view({ because }), kinds)).toBe(
      '派给广州转运中心，规则“转运中心的延误”，因为类型是“中转或运输延误”，包裹在转运中心手里',
    )
    setLocale('en')
    expect(sayWhy(view({ because }), kinds)).toContain(
      'because the kind is “中转或运输延误”, the parcel is with a hub',
    )
  })

  it('says so where no rule applies, and where the owner was not found', () => {
    expect(sayWhy(view({ rule: null, name: null, owner: 'AS_PROCEDURE' }), kinds)).toBe(
      '派给广州转运中心，没有规则适用，按处理流程',
    )
    expect(sayWhy(view({ owner: 'DELIVERING_OUTLET', instead: true }), kinds)).toBe(
      '派给广州转运中心，规则“转运中心的延误”，规则要派给派件网点，没有找到，按处理流程',
    )
  })

  it('says why not the others, without repeating what the customer said', () => {
    const say = (one: Parameters<typeof sayFinding>[0]) => sayFinding(one, kinds)
    expect(say({ aspect: 'KEYWORD', wanted: ['药品', '胰岛素'], found: [], holds: false })).toBe(
      '没说到“药品”、“胰岛素”',
    )
    expect(say({ aspect: 'UNIT', wanted: ['华北大区'], found: ['天河网点'], holds: false })).toBe(
      '天河网点不在华北大区范围内',
    )
    expect(say({ aspect: 'PARCEL', wanted: ['SIGNED'], found: [], holds: false })).toBe(
      '不知道包裹状态，要已签收',
    )
    expect(say({ aspect: 'CUSTOMER', wanted: ['优选商城'], found: [], holds: false })).toBe(
      '不是合同客户“优选商城”',
    )
    expect(say({ aspect: 'URGENT', wanted: ['false'], found: ['true'], holds: false })).toBe('已经是加急')
  })

  it('names the rule that made it urgent', () => {
    expect(sayRaised(view({}), kinds)).toBe('')
    const because = [{ aspect: 'KEYWORD' as const, wanted: ['药品'], found: ['药品'], holds: true }]
    expect(sayRaised(view({ raised: { name: '救命药', because } }), kinds)).toBe(
      '转加急：规则“救命药”，因为说到“药品”',
    )
  })
})

describe('a rule in one line', () => {
  const nothing = {
    kinds: [],
    sorts: [],
    parcels: [],
    custody: [],
    units: [],
    customers: [],
    keywords: [],
    urgent: null,
    channels: [],
    repeats: 0,
  }

  it('says when it applies', () => {
    expect(sayWhen(nothing, kinds, unit)).toBe('任何工单')
    expect(
      sayWhen(
        { ...nothing, kinds: ['DELAY'], sorts: ['COMPLAINT'], units: ['R05'], urgent: false, repeats: 3 },
        kinds,
        unit,
      ),
    ).toBe('类型是“延误”，大类是投诉，在华南大区范围内，不是加急，同一客户第 3 次或更多')
  })

  it('says what it does', () => {
    expect(
      sayThen({ owner: 'UNIT', unit: 'FIN-1', urgent: 'MEDICINE', role: 'CLAIMS_OFFICER' }, unit),
    ).toMatch(/^转加急（.+），派给财务部，由理赔员接$/)
    expect(sayThen({ owner: null, unit: null, urgent: 'LOST', role: null }, unit)).toMatch(/^转加急（.+）$/)
  })
})
