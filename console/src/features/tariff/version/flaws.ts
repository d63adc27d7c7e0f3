import type { Tariff, TariffFlaw } from '../../../api/types'
import { valueAt } from '../../../shared/version/model'
import { quoteCopy } from '../quote/copy'
import { lastName } from '../words/right'
import { fieldsCopy } from './fields'

/** Where something is wrong, in the words of the form: 标准快递 · 跨省 · 首重价（元）. */
export function sayPlace({ field }: TariffFlaw, body: Tariff): string {
  const t = fieldsCopy.now()
  const names: Record<string, unknown> = { ...t, reason: t.reasonWords }
  const kind = /^byClass\.(\w+)$/.exec(field)?.[1]
  const classes: Record<string, string> = quoteCopy.now().classes
  if (kind !== undefined) return `${t.byClass} · ${classes[kind] ?? kind}`
  const parts: string[] = []
  const rows = /(\w+)\[(\d+)]/g
  for (let row = rows.exec(field); row !== null; row = rows.exec(field)) {
    const [, list = '', index = '0'] = row
    const name = nameOf(valueAt(body, field.slice(0, rows.lastIndex)), body)
    const title = names[list]
    parts.push(name ?? t.nth(typeof title === 'string' ? title : list, Number(index) + 1))
  }
  const last = names[lastName(field)]
  return [...parts, ...(typeof last === 'string' && !field.endsWith(']') ? [last] : [])].join(' · ')
}

/** What a row is called, where it has a name. */
function nameOf(row: unknown, body: Tariff): string | null {
  const { name, goods, zone } = (row ?? {}) as Record<string, unknown>
  const zoneName = body.zones.find(({ code }) => code === zone)?.name
  const called = [name, goods, zoneName].find((one) => typeof one === 'string' && one !== '')
  return typeof called === 'string' ? called : null
}
