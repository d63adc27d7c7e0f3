import { DAY, HOUR } from '../../shared/time'
import { isWhisper, type Outgoing, type TalkItem } from './talk/talk'

export type Mark = 'queued' | 'sent' | 'delivered' | 'read'

/** A line of the middle pane: a day, or something said; `joined` to the one above by the same hand within minutes. */
export type Line =
  | { line: 'day'; key: string; at: number }
  | { line: 'item'; key: string; item: TalkItem; joined: boolean }
  | { line: 'outgoing'; key: string; outgoing: Outgoing }

const JOINED_MS = 180_000
const ZONE_MS = 8 * HOUR

/** Days are the network's, wherever the reader sits. */
export function dayOf(at: number): number {
  return Math.floor((at + ZONE_MS) / DAY)
}

export function linesOf(items: TalkItem[], outgoing: Outgoing[]): Line[] {
  const lines: Line[] = []
  let before: TalkItem | null = null
  for (const item of items) {
    const at = Date.parse(item.at)
    if (before === null || dayOf(Date.parse(before.at)) !== dayOf(at)) {
      lines.push({ line: 'day', key: `day-${dayOf(at)}-${item.seq}`, at })
      before = null
    }
    if (!(item.kind === 'EVENT' && item.text === '')) {
      lines.push({ line: 'item', key: String(item.seq), item, joined: isJoined(before, item) })
      before = item
    }
  }
  for (const one of outgoing) lines.push({ line: 'outgoing', key: one.cid, outgoing: one })
  return lines
}

function isJoined(before: TalkItem | null, item: TalkItem): boolean {
  return (
    before !== null &&
    before.author === item.author &&
    before.name === item.name &&
    (before.kind === 'NOTE') === (item.kind === 'NOTE') &&
    isWhisper(before) === isWhisper(item) &&
    item.kind !== 'EVENT' &&
    before.kind !== 'EVENT' &&
    Date.parse(item.at) - Date.parse(before.at) < JOINED_MS
  )
}

/** How far something that agents said has come. */
export function markOf(item: TalkItem, readByCustomer: number): Mark {
  return item.seq <= readByCustomer ? 'read' : 'delivered'
}

/** The customer's words before that entry, or their last ones. */
export function saidBefore(items: TalkItem[], seq: number | null): TalkItem | null {
  return (
    items.findLast(
      (item) => item.author === 'CUSTOMER' && item.kind === 'TEXT' && (seq === null || item.seq < seq),
    ) ?? null
  )
}

/** What a ticket would be about: the customer's last words with the waybill, else the longest of their last few. */
export function matterOf(items: TalkItem[], waybill: string | null): TalkItem | null {
  const said = items.filter((item) => item.author === 'CUSTOMER' && item.kind === 'TEXT')
  const naming = waybill === null ? undefined : said.findLast((item) => item.text.includes(waybill))
  const last = said.slice(-5).sort((a, b) => b.text.length - a.text.length)[0]
  return naming !== undefined && naming.text.length > waybillAlone(waybill) ? naming : (last ?? null)
}

/** A number without words around it says nothing of the matter. */
function waybillAlone(waybill: string | null): number {
  return (waybill?.length ?? 0) + 3
}
