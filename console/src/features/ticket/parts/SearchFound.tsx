import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { TicketFound, TicketSearchResult } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { EmptyState, ErrorState, SkeletonRows, Tag, UnitName } from '../../../shared/ui'
import { ticketCopy } from '../copy'
import { STATE_MEANING, ticketPath } from '../model'
import styles from './SearchFound.module.css'
import { WaybillOf } from './WaybillOf'

export function useTicketSearch(q: string) {
  return useQuery({
    queryKey: [...keys.tickets, 'search', q],
    queryFn: () => api.post<TicketSearchResult>('/tickets/search', { q }),
    enabled: q !== '',
  })
}

/** What was found for some words, a number or a phone: the ticket, and the text with what matched. */
export function SearchFound({ q, cursor }: { q: string; cursor: number }) {
  const t = ticketCopy.use()
  const { data, error, refetch } = useTicketSearch(q)
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <SkeletonRows rows={8} height={64} />
  return (
    <div className={styles.found}>
      <p className={styles.said} role="status">
        {t.search.said(q, data.found.length, t.search.by[data.by])}
        {!data.complete && ` ${t.search.more}`}
      </p>
      {data.found.length === 0 && <EmptyState title={t.search.none}>{t.search.noneHint}</EmptyState>}
      <ul>
        {data.found.map((found, index) => (
          <Found key={found.ticket.id} found={found} here={index === cursor} />
        ))}
      </ul>
    </div>
  )
}

function Found({ found, here }: { found: TicketFound; here: boolean }) {
  const t = ticketCopy.use()
  const now = useBusinessNow()
  const { ticket, text } = found
  const kinds: Record<string, string> = t.what
  return (
    <li className={styles.row} aria-current={here ? true : undefined}>
      <div className={styles.line}>
        <Link to={ticketPath(ticket.id)} className="tabular">
          {ticket.number}
        </Link>
        <WaybillOf ticket={ticket} />
        <Tag meaning={STATE_MEANING[ticket.state]}>{t.state[ticket.state]}</Tag>
        {ticket.urgent && (
          <Tag meaning="act" strong>
            {t.urgent}
          </Tag>
        )}
        <UnitName unit={ticket.unit} />
      </div>
      {text !== null && (
        <p className={styles.text}>
          <span className={styles.soft}>
            {kinds[text.kind === 'ANSWER' ? 'ANSWERED' : text.kind] ?? ''} · {sayTime(text.at, now)}：
          </span>
          {text.excerpt.pieces.map((piece, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name
            return piece.found ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>
          })}
        </p>
      )}
    </li>
  )
}
