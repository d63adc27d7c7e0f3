import { Alert } from 'antd'
import { useState } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { useTicket } from '../api'
import { ticketCopy } from '../copy'

/** What others did with the ticket while somebody was writing: their text stays, and they send it knowing. */
export function ChangedMeanwhile({ id }: { id: string }) {
  const t = ticketCopy.use()
  const now = useBusinessNow()
  const history = useTicket(id).data?.history ?? []
  const [known] = useState(() => new Set(history.map((entry) => entry.id)))
  const fresh = history.filter((entry) => !known.has(entry.id))
  if (fresh.length === 0) return null
  return (
    <Alert
      type="warning"
      role="status"
      style={{ marginBottom: 12 }}
      title={t.together.changed}
      description={
        <ul>
          {fresh.map((entry) => (
            <li key={entry.id}>
              {sayTime(entry.at, now)} {entry.by.kind === 'SYSTEM' ? t.system : entry.by.name}
              {'：'}
              {t.what[entry.what]}
              {entry.text !== null && `，${entry.text}`}
            </li>
          ))}
        </ul>
      }
    />
  )
}
