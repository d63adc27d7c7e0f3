import type { ChargeHappened } from '../../../api/types'
import { joinClauses } from '../../../shared/i18n'
import { History } from '../../../shared/ui'
import { chargeCopy } from '../copy'

/** Everything that happened to a charge, newest first. */
export function ChargeHistory({ entries }: { entries: ChargeHappened[] }) {
  const t = chargeCopy.use()
  const detail = ({ unit, data }: ChargeHappened) =>
    joinClauses([
      unit?.name ?? '',
      wordOf(t.evidenceKinds, data.kind),
      wordOf(t.dialog.decisions, data.decision),
      wordOf(t.movements, data.money),
    ])
  return (
    <History
      entries={entries.map((entry, index) => ({
        key: `${entry.at} ${index}`,
        at: entry.at,
        what: t.happened[entry.what],
        detail: detail(entry),
        words: entry.text,
        by: entry.by === 'waypost' ? t.platform : entry.by,
      }))}
    />
  )
}

function wordOf(words: Record<string, string>, key: unknown): string {
  return typeof key === 'string' ? (words[key] ?? '') : ''
}
