import { useState } from 'react'
import type { BotSession } from '../../api/types'
import { sayTime } from '../../shared/time'
import { Chip, type Column, DataTable, EmptyState, ErrorState, Section, Tag } from '../../shared/ui'
import { useSessions } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'

const ENDS = ['SOLVED', 'QUIET', 'HANDED_OVER'] as const

/** The sessions, newest first; each opens its replay. */
export function SessionsPart({ onReplay }: { onReplay: (id: string) => void }) {
  const t = botCopy.use()
  const [end, setEnd] = useState<BotSession['end']>(null)
  const pages = useSessions(end)
  const columns: Column<BotSession>[] = [
    {
      key: 'when',
      title: t.columns.when,
      width: '140px',
      render: (one) => sayTime(one.openedAt, Date.now()),
    },
    {
      key: 'matter',
      title: t.columns.matter,
      width: 'minmax(140px, 1fr)',
      render: (one) => (one.intent === null ? t.unknownIntent : t.matters[one.intent]),
    },
    { key: 'end', title: t.columns.end, width: 'minmax(180px, 1fr)', render: (one) => <End one={one} /> },
    {
      key: 'channel',
      title: t.columns.channel,
      width: '150px',
      from: 900,
      render: (one) => t.channels[one.channel as keyof typeof t.channels],
    },
  ]
  return (
    <Section title={t.sessionsQuestion} flush>
      <p className={styles.chips}>
        <Chip on={end === null} words={t.all} onPress={() => setEnd(null)} />
        {ENDS.map((each) => (
          <Chip key={each} on={end === each} words={t.ends[each]} onPress={() => setEnd(each)} />
        ))}
      </p>
      {pages.error !== null && (
        <ErrorState error={pages.error} over={pages.rows !== undefined} onRetry={pages.retry} />
      )}
      <div className={styles.list}>
        <DataTable
          label={t.sessionsQuestion}
          columns={columns}
          rows={pages.rows}
          rowKey={(one) => one.id}
          hasMore={pages.hasMore}
          loadingMore={pages.loadingMore}
          onMore={pages.more}
          onOpen={(one) => onReplay(one.id)}
          card={(one) => (
            <span>
              <strong>{one.intent === null ? t.unknownIntent : t.matters[one.intent]}</strong>
              <br />
              {sayTime(one.openedAt, Date.now())} <End one={one} />
            </span>
          )}
          cardHeight={64}
          empty={<EmptyState title={t.noSessions}>{t.noSessionsHint}</EmptyState>}
        />
      </div>
    </Section>
  )
}

function End({ one }: { one: BotSession }) {
  const t = botCopy.use()
  return (
    <span>
      {one.end === null ? t.going : t.ends[one.end]}
      {one.reason !== null && <span className={styles.soft}>（{t.reasons[one.reason]}）</span>}{' '}
      {one.helped && one.end !== 'HANDED_OVER' && <Tag meaning="good">{t.helped}</Tag>}
    </span>
  )
}
