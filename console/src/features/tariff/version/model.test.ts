import type { TariffFlaw } from '../../../api/types'
import { same, standing } from '../../../shared/version'
import { body, divisions } from '../made'
import { areaOf, codeOf, nameOf, treeOf } from '../quote/divisions'
import { sayRight } from '../words/right'
import { plain, sayMoney, whole, YUAN } from '../words/units'
import { changesOf, factsOf } from './facts'
import { sayPlace } from './flaws'

const flaw = (field: string, code = 'LENGTH', message = ''): TariffFlaw => ({
  field,
  code,
  message,
  value: null,
})
const area = (code: string) => nameOf(divisions, codeOf(code))

describe('a tariff in words', () => {
  it('counts money in whole fen', () => {
    expect(whole(0.29, YUAN)).toBe(29)
    expect(sayMoney(123_456)).toBe('1,234.56 元')
    expect(plain('1.500')).toBe('1.5')
    expect(plain('100')).toBe('100')
  })

  it('says where something is wrong by the names of the rows', () => {
    expect(sayPlace(flaw('products[0].rates[1].bands[0].stepFen'), body)).toBe(
      '标准快递 · 跨省 · 续重第 1 行 · 每步价（元）',
    )
    expect(sayPlace(flaw('byClass.FAR'), body)).toBe('哪一类线路算哪个区 · 跨省')
    expect(sayPlace(flaw('unserved[0].reason'), body)).toBe('不通的地方第 1 行 · 告诉客户的原因')
    expect(sayPlace(flaw('zones'), body)).toBe('计费区')
  })

  it('says what would be right in the units of the field', () => {
    const within = (field: string) => sayRight(flaw(field, 'OUT_OF_RANGE', 'Between 100 and 1000000.'))
    expect(within('products[0].mostGrams')).toBe('要在 0.1 kg 到 1,000 kg 之间。')
    expect(within('products[0].leastEdgeMm')).toBe('要在 10 cm 到 100,000 cm 之间。')
    expect(within('products[0].divisor')).toBe('要在 100 到 1000000 之间。')
    expect(sayRight(flaw('advice[0].goods', 'LENGTH', 'Between 1 and 40 characters.'))).toBe(
      '要写，最多 40 个字。',
    )
  })

  it('tells what differs by what it is of, whatever the order of rows', () => {
    const [product] = body.products
    if (product === undefined) throw new Error('there is a product')
    const [city, far] = product.rates
    if (city === undefined || far === undefined) throw new Error('there are prices')
    const turned = { ...body, products: [{ ...product, rates: [far, city] }] }
    expect(changesOf(factsOf(body, area), factsOf(turned, area))).toEqual([])
    const other = {
      ...body,
      products: [{ ...product, rates: [{ ...far, firstFen: 1_500 }] }],
      unserved: [{ area: '3301', reach: 'NOTHING' as const, reason: '封路' }],
    }
    const changes = changesOf(factsOf(body, area), factsOf(other, area))
    expect(changes).toContainEqual({
      place: '标准快递 · 跨省 · 首重价',
      before: '14.00 元',
      after: '15.00 元',
    })
    expect(changes).toContainEqual({ place: '标准快递 · 同城 · 首重价', before: '8.00 元', after: null })
    expect(changes).toContainEqual({
      place: '不通的地方 · 浙江省 杭州市',
      before: null,
      after: '完全不通 封路',
    })
  })

  it('lets go of flaws where something else stands by now', () => {
    const flaws = [flaw('zones[0].name'), flaw('zones[1].name'), flaw('zones')]
    const other = { ...body, zones: [{ code: 'CITY', name: '城内' }, ...body.zones.slice(1)] }
    expect(standing(flaws, body, other).map(({ field }) => field)).toEqual(['zones[1].name', 'zones'])
    expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  })

  it('knows places by the beginning of their codes', () => {
    expect(areaOf('440000')).toBe('44')
    expect(areaOf('440100')).toBe('4401')
    expect(areaOf('440106')).toBe('440106')
    expect(area('4401')).toBe('广东省 广州市')
    expect(treeOf(divisions)[0]?.children?.[0]?.children?.[0]?.label).toBe('西湖区')
    // Of a group of counties, which is not listed itself.
    const county = { code: '339001', name: '某县', parent: '339000', level: 3 }
    expect(treeOf([...divisions, county]).map(({ label }) => label)).toEqual(['浙江省', '广东省'])
    expect(nameOf([...divisions, county], '339001')).toBe('浙江省 某县')
  })
})
