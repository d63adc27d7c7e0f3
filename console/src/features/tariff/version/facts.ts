import type { Tariff, TariffProduct, TariffRate, TariffSurcharge } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { quoteCopy } from '../quote/copy'
import { sayClock, sayLength, sayMoney, sayWeight } from '../words/units'
import { fieldsCopy } from './fields'

/** Something that a version says: of what, and what of it. */
interface Fact {
  place: string
  value: string
}

/** One thing that differs; null where the one or the other says nothing of it. */
export interface Change {
  place: string
  before: string | null
  after: string | null
}

/** Between the parts of a place. */
const IN = ' · '

/** All that a version says, in words, by keys that stay when rows move. */
export function factsOf(tariff: Tariff, areaName: (area: string) => string): Map<string, Fact> {
  const t = fieldsCopy.now()
  const classes = quoteCopy.now().classes as Record<string, string>
  const facts = new Map<string, Fact>()
  const say = (key: string, place: string, value: string) => facts.set(key, { place, value })
  const zone = (code: string | undefined) =>
    tariff.zones.find((one) => one.code === code)?.name || code || '–'
  const area = (code: string) => (code === '' ? '*' : areaName(code))
  for (const product of tariff.products) {
    const name = product.name || product.code
    for (const [key, what, value] of ofProduct(product))
      say(`${product.code} ${key}`, name + IN + what, value)
    for (const rate of product.rates) {
      for (const [key, what, value] of ofRate(rate)) {
        say(`${product.code} ${rate.zone} ${key}`, [name, zone(rate.zone), what].join(IN), value)
      }
    }
    for (const one of product.surcharges) {
      say(
        `${product.code} + ${one.code}`,
        [name, t.surcharges, one.name].join(IN),
        ofSurcharge(one, areaName),
      )
    }
  }
  for (const { code, name } of tariff.zones) say(`zone ${code}`, t.zones + IN + code, name)
  for (const [kind, code] of Object.entries(tariff.byClass)) {
    say(`class ${kind}`, t.byClass + IN + (classes[kind] ?? kind), zone(code))
  }
  for (const one of tariff.exceptions) {
    const lane = quoteCopy.now().lane(area(one.from), area(one.to))
    say(`lane ${one.from} ${one.to}`, t.exceptions + IN + lane, zone(one.zone))
  }
  for (const one of tariff.unserved) {
    say(`place ${one.area}`, t.unserved + IN + area(one.area), `${t.reaches[one.reach]} ${one.reason}`)
  }
  for (const rule of tariff.advice) {
    const from = rule.insureFromFen === null ? '–' : sayMoney(rule.insureFromFen)
    const value = [joinList(rule.words), rule.packaging, from, rule.product ?? '–'].join(IN)
    say(`advice ${rule.code}`, t.advice + IN + rule.goods, value)
  }
  return facts
}

type Parts = [key: string, what: string, value: string][]

function ofProduct(product: TariffProduct): Parts {
  const t = fieldsCopy.now()
  const insurance = product.insurance.map(
    ({ uptoFen, fixedFen, perMille }) => `≤ ${sayMoney(uptoFen)}: ${sayMoney(fixedFen)} + ${perMille}‰`,
  )
  return [
    ['name', t.name, product.name],
    ['most', bare(t.mostGrams), sayWeight(product.mostGrams)],
    ['divisor', t.divisor, String(product.divisor)],
    ['edge', bare(t.leastEdgeMm), sayLength(product.leastEdgeMm)],
    ['cut-off', t.cutOff, product.cutOff === null ? '–' : sayClock(product.cutOff)],
    ['remedy', t.remedy, t.remedies[product.remedy]],
    ['insurance', t.insurance, joinList(insurance)],
  ]
}

function ofRate(rate: TariffRate): Parts {
  const t = fieldsCopy.now()
  const bands = rate.bands.map(
    (band) => `${sayWeight(band.fromGrams)} ${t.each} ${sayWeight(band.stepGrams)} ${sayMoney(band.stepFen)}`,
  )
  const by = rate.by === null ? '' : ` ${sayClock(rate.by)}`
  return [
    ['first weight', bare(t.firstGrams), sayWeight(rate.firstGrams)],
    ['first', bare(t.firstFen), sayMoney(rate.firstFen)],
    ['bands', t.bands, joinList(bands)],
    ['days', t.days, rate.days === null ? '–' : `${rate.days}${by}`],
  ]
}

function ofSurcharge(one: TariffSurcharge, areaName: (area: string) => string): string {
  const t = fieldsCopy.now()
  const share = one.kind === 'COLLECTED' ? `${one.perMille}‰` : ''
  const perKg = one.kind === 'COLLECTED' || one.perKgFen === 0 ? '' : `${sayMoney(one.perKgFen)}/kg`
  const limits =
    one.kind === 'OVERSIZE'
      ? `> ${sayLength(one.overMm)} > ${sayWeight(one.overGrams)}`
      : one.kind === 'PEAK'
        ? `${one.from ?? '–'} – ${one.to ?? '–'}`
        : one.kind === 'REMOTE'
          ? joinList(one.areas.map(areaName))
          : ''
  return [t.kinds[one.kind], sayMoney(one.fen), perKg, share, limits].filter((part) => part !== '').join(' ')
}

/** A field's name without its unit, which the value says already. */
function bare(name: string): string {
  return name.replace(/ ?[（(][^）)]*[）)]$/, '')
}

/** What differs, in the order in which it is said. */
export function changesOf(before: Map<string, Fact>, after: Map<string, Fact>): Change[] {
  const changes: Change[] = []
  for (const [key, fact] of after) {
    const old = before.get(key)
    if (old?.value !== fact.value)
      changes.push({ place: fact.place, before: old?.value ?? null, after: fact.value })
  }
  for (const [key, fact] of before) {
    if (!after.has(key)) changes.push({ place: fact.place, before: fact.value, after: null })
  }
  return changes
}
