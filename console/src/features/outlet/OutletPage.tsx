import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { TicketPhase } from '../../api/types'
import { useShortcut } from '../../shared/keyboard'
import { cx, EmptyState, ErrorState, PageFrame, SkeletonRows, useWindowWidth } from '../../shared/ui'
import { useCan } from '../identity'
import { useTickets } from '../ticket'
import { outletCopy } from './copy'
import { byUrgency, GROUPS, type Group, groupOf, readGroup } from './model'
import styles from './OutletPage.module.css'
import { CaseList } from './parts/CaseList'
import { CaseView } from './parts/CaseView'
import { PendingBar } from './parts/PendingBar'

/** From this width on the list stays beside the case. */
const TWO_COLUMNS = 900

/** What the server is asked for; what was answered stands in several phases. */
const PHASE: Record<Group, TicketPhase | undefined> = {
  open: 'UNIT',
  waiting: 'WAITING',
  answered: undefined,
}

/** What a clerk of an outlet has to find and to answer, on a phone between parcels or at a desk. */
export default function OutletPage() {
  const t = outletCopy.use()
  const can = useCan()
  const [params, setParams] = useSearchParams()
  const wide = useWindowWidth() >= TWO_COLUMNS
  const group = readGroup(params.get('show'))
  const chosen = params.get('case')
  const list = useTickets({ view: 'unit', phase: PHASE[group] })
  const { rows } = list
  const cases = useMemo(() => rows?.filter((row) => groupOf(row) === group).sort(byUrgency), [rows, group])

  function choose(id: string | null) {
    setParams((now) => {
      const next = new URLSearchParams(now)
      if (id === null) next.delete('case')
      else next.set('case', id)
      return next
    })
  }

  function step(by: number) {
    if (cases === undefined || cases.length === 0) return
    const at = cases.findIndex((row) => row.id === chosen)
    const next = cases[Math.min(cases.length - 1, Math.max(0, at + by))]
    if (next !== undefined) choose(next.id)
  }

  useShortcut('j', t.next, () => step(1))
  useShortcut('k', t.previous, () => step(-1))
  useShortcut('Escape', t.back, () => choose(null), { enabled: chosen !== null, whileTyping: true })

  const showList = wide || chosen === null
  return (
    <PageFrame
      title={t.title}
      fill={wide}
      actions={
        can('operation.read') && (
          <>
            <Link to="/boards/delays">{t.delays}</Link>
            <Link to="/boards/anomalies">{t.anomalies}</Link>
            <Link to="/boards/outlets">{t.operation}</Link>
          </>
        )
      }
    >
      <div className={cx(styles.desk, wide && styles.wide)}>
        {showList && (
          <div className={styles.list}>
            <PendingBar onOpen={choose} />
            <Tabs group={group} onChange={(next) => setParams(next === 'open' ? {} : { show: next })} />
            {list.error !== null && (
              <ErrorState error={list.error} onRetry={list.retry} over={rows !== undefined} />
            )}
            {cases === undefined && list.error === null && <SkeletonRows rows={6} height={76} />}
            {cases?.length === 0 && (
              <EmptyState title={t.empty[group].title}>{t.empty[group].hint}</EmptyState>
            )}
            {cases !== undefined && cases.length > 0 && (
              <CaseList cases={cases} chosen={chosen} onChoose={choose} />
            )}
            {list.hasMore && (
              <button type="button" className={styles.more} onClick={list.more} disabled={list.loadingMore}>
                {t.loadMore}
              </button>
            )}
          </div>
        )}
        {chosen !== null && (
          <div className={styles.case}>
            <CaseView
              key={chosen}
              id={chosen}
              onBack={wide ? undefined : () => choose(null)}
              onDone={() => choose(null)}
            />
          </div>
        )}
        {chosen === null && wide && (
          <div className={styles.case}>
            <EmptyState title={t.pick}>{t.pickHint}</EmptyState>
          </div>
        )}
      </div>
    </PageFrame>
  )
}

function Tabs({ group, onChange }: { group: Group; onChange: (group: Group) => void }) {
  const t = outletCopy.use()
  return (
    <div className={styles.tabs}>
      {GROUPS.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={group === value}
          className={cx(group === value && styles.here)}
          onClick={() => onChange(value)}
        >
          {t.group[value]}
        </button>
      ))}
    </div>
  )
}
