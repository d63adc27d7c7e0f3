import { Suspense } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useShortcut } from '../../shared/keyboard'
import { cx, EmptyState, ErrorState, SkeletonRows, usePageTitle, useWindowWidth } from '../../shared/ui'
import { ParcelContext } from '../parcel'
import { TicketPanel, ticketCopy, ticketPath, useTicket, useTickets } from '../ticket'
import { Queue } from './parts/Queue'
import styles from './WorkbenchPage.module.css'

/** The workbench: tickets that wait on the left, the case in the middle, its parcel on the right. */
export default function WorkbenchPage() {
  const t = ticketCopy.use()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const width = useWindowWidth()
  const list = useTickets({ view: params.get('view') ?? 'unit' })
  const wide = width >= 900
  const chosen = params.get('ticket') ?? (wide ? (list.rows?.[0]?.id ?? null) : null)
  const at = list.rows?.findIndex((row) => row.id === chosen) ?? -1

  usePageTitle(t.workbench)

  function choose(id: string | null) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (id === null) next.delete('ticket')
        else next.set('ticket', id)
        return next
      },
      { replace: true },
    )
  }

  function move(by: 1 | -1) {
    const next = list.rows?.[at + by]
    if (next !== undefined) choose(next.id)
  }

  useShortcut('j', t.nextTicket, () => move(1))
  useShortcut('k', t.previousTicket, () => move(-1))
  useShortcut('Enter', t.openPage, () => chosen !== null && void navigate(ticketPath(chosen)))
  useShortcut('Escape', t.backToQueue, () => choose(null))

  return (
    <div className={cx(styles.bench, chosen !== null && styles.open)}>
      <h1 className="visually-hidden">{t.workbench}</h1>
      <Queue list={list} chosen={chosen} cursor={at} onChoose={choose} />
      <section className={styles.middle} aria-label={t.tickets}>
        {chosen === null ? (
          list.rows !== undefined && <Nothing waiting={list.rows.length > 0} />
        ) : (
          <Chosen id={chosen} onBack={wide ? null : () => choose(null)} />
        )}
      </section>
      {chosen !== null && width >= 1200 && <Context id={chosen} />}
    </div>
  )
}

function Nothing({ waiting }: { waiting: boolean }) {
  const t = ticketCopy.use()
  return waiting ? (
    <EmptyState title={t.pick}>{t.pickHint}</EmptyState>
  ) : (
    <EmptyState title={t.queueEmpty}>{t.queueEmptyHint}</EmptyState>
  )
}

function Chosen({ id, onBack }: { id: string; onBack: (() => void) | null }) {
  const t = ticketCopy.use()
  const { data, isError, error, refetch } = useTicket(id)
  const narrow = useWindowWidth() < 1200
  return (
    <>
      {onBack !== null && (
        <button type="button" className={styles.back} onClick={onBack}>
          ← {t.backToQueue}
        </button>
      )}
      {data === undefined && isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <SkeletonRows rows={12} />}
      {data !== undefined && (
        <Suspense fallback={<SkeletonRows rows={12} />}>
          <TicketPanel key={id} ticket={data} />
          {narrow && data.waybill !== null && (
            <div className={styles.below}>
              <ParcelContext waybill={data.waybill} withoutTicket={id} />
            </div>
          )}
        </Suspense>
      )}
    </>
  )
}

function Context({ id }: { id: string }) {
  const t = ticketCopy.use()
  const { data } = useTicket(id)
  return (
    <aside className={styles.right} aria-label={t.context}>
      <Suspense fallback={<SkeletonRows rows={8} />}>
        {data === undefined ? (
          <SkeletonRows rows={8} />
        ) : (
          data.waybill !== null && <ParcelContext waybill={data.waybill} withoutTicket={id} />
        )}
      </Suspense>
    </aside>
  )
}
