import { defineCopy } from '../../../shared/i18n'
import { sayLength, sayMoney, sayWeight } from './units'

const copy = defineCopy(
  {
    between: (least: string, most: string) => `要在 ${least} 到 ${most} 之间。`,
    count: (least: string, most: string) => `要有 ${least} 到 ${most} 条。`,
    length: (most: string) => `要写，最多 ${most} 个字。`,
    begins: (at: string) => `第一档要从首重结束的地方开始：${at}。`,
    more: (than: string) => `要比上一档的 ${than} 大。`,
    share: (share: string) => `${share}‰`,
    FORMAT: '用大写字母、数字和下划线，以字母开头，比如 STANDARD。',
    TWICE: '前面已经有一样的，每个只能写一次。',
    TOO_MANY: '太多了，请少选几项。',
    PAST: '要从现在起，或选一个以后的时间。',
    SPAN: '要写第一天和最后一天，最后一天不能更早。',
    place: '请选一个省、市或区县。',
    zone: '请从计费区里选一个。',
    product: '请从产品里选一个，或者不写。',
    wanted: '没有这一项，请重新选。',
    measures: '长、宽、高要一起填，或者都不填。',
    ends: '始发和目的至少写一头。',
    limit: '请写从多长或多重开始收。',
    missing: '要写。',
    at: '前后不能超过一年。',
  },
  {
    between: (least, most) => `Between ${least} and ${most}.`,
    count: (least, most) => `Between ${least} and ${most} of them.`,
    length: (most) => `Needed, at most ${most} characters.`,
    begins: (at) => `The first band begins where the first weight ends: ${at}.`,
    more: (than) => `More than the ${than} of the band before.`,
    share: (share) => `${share}‰`,
    FORMAT: 'Capitals, digits and underscores, a letter first, such as STANDARD.',
    TWICE: 'It stands further up already; each once.',
    TOO_MANY: 'Too many; choose fewer.',
    PAST: 'From now on, or from a time still to come.',
    SPAN: 'A first and a last day, the last not earlier.',
    place: 'Choose a province, a city or a district.',
    zone: 'Choose one of the zones.',
    product: 'Choose one of the products, or none.',
    wanted: 'There is no such choice any more.',
    measures: 'All three measures, or none.',
    ends: 'Name at least one end.',
    limit: 'Say from what length or weight on.',
    missing: 'Needed.',
    at: 'Not more than a year back or ahead.',
  },
)

/** The last name of a field: products[0].rates[2].firstFen → firstFen. */
export function lastName(field: string): string {
  return /([A-Za-z]+)(\[\d+])?$/.exec(field)?.[1] ?? field
}

/** A number of the API as people read it at that field. */
export function sayAmount(name: string, value: number): string {
  if (name.endsWith('Fen') || name === 'fen') return sayMoney(value)
  if (name.endsWith('Grams') || name === 'grams') return sayWeight(value)
  if (name.endsWith('Mm')) return sayLength(value)
  return name === 'perMille' ? copy.now().share(String(value)) : String(value)
}

/** What would be right at a field, in words. The bounds stand only in the server's sentence, in its own units. */
export function sayRight(error: { field: string; code: string; message: string }): string {
  const t = copy.now()
  const name = lastName(error.field)
  const [first = '', second = ''] = error.message.match(/\d+/g) ?? []
  const amount = (text: string) => sayAmount(name, Number(text))
  switch (error.code) {
    case 'OUT_OF_RANGE':
      return name === 'at' ? t.at : t.between(amount(first), amount(second))
    case 'NUMBER':
      return t.count(first, second)
    case 'LENGTH':
      return t.length(second === '' ? first : second)
    case 'GAP':
      return t.begins(amount(first))
    case 'RISING':
      return t.more(amount(first))
    case 'UNKNOWN':
      if (name === 'zone' || error.field.startsWith('byClass')) return t.zone
      return name === 'product' ? t.product : name === 'wanted' ? t.wanted : t.place
    case 'MISSING':
      if (name === 'lengthMm') return t.measures
      return name === 'from' ? t.ends : name === 'overMm' ? t.limit : t.missing
    case 'FORMAT':
    case 'TWICE':
    case 'TOO_MANY':
    case 'PAST':
    case 'SPAN':
      return t[error.code]
    default:
      return error.message
  }
}
