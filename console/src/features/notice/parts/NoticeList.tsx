import { Button } from 'antd'
import { Link } from 'react-router'
import type { Notice } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { cx, EmptyState, ErrorState, SkeletonRows } from '../../../shared/ui'
import { useNotices, useReadNotices } from '../api'
import { noticeCopy } from '../copy'
import styles from './NoticeList.module.css'

export function NoticeList({ onLeave }: { onLeave: () => void }) {
  const t = noticeCopy.use()
  const notices = useNotices()
  const read = useReadNotices()
  const items = notices.data?.items
  return (
    <section className={styles.list} aria-label={t.title}>
      <header>
        <strong>{t.title}</strong>
        <Button size="small" type="link" disabled={!notices.data?.unread} onClick={() => read.mutate('all')}>
          {t.readAll}
        </Button>
      </header>
      {items === undefined &&
        (notices.isError ? <ErrorState error={notices.error} /> : <SkeletonRows rows={5} height={48} />)}
      {items?.length === 0 && <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      <ul>
        {items?.map((notice) => (
          <li key={notice.id} className={cx(notice.readAt === null && styles.unread)}>
            <Link
              to={linkOf(notice)}
              onClick={() => {
                if (notice.readAt === null) read.mutate([notice.id])
                onLeave()
              }}
            >
              <NoticeLine notice={notice} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was not told one by one, together. */
const MORE = 'SILENT_MORE'

function NoticeLine({ notice }: { notice: Notice }) {
  const t = noticeCopy.use()
  const now = useBusinessNow()
  const kinds: Record<string, string> = t.kinds
  const slow = slowAt(notice)
  const delays = delaysAt(notice)
  return (
    <>
      <span>{kinds[notice.kind.replace(/^TICKET_/, '')] ?? t.kinds.OTHER}</span>
      <small className="tabular">
        {typeof notice.params.articleId === 'string' && `${notice.params.title} · `}
        {typeof notice.params.chargeId === 'string' && `${chargedAt(notice)} · `}
        {typeof notice.params.siteName === 'string' && `${notice.params.siteName} · `}
        {notice.waybill !== null && `${t.about(notice.waybill)} · `}
        {delays !== null && `${t.delaysAt(delays.name, delays.saveable, delays.hardly)} · `}
        {slow !== null && `${t.slowAt(slow.name, slow.count)} · `}
        {notice.kind === MORE && `${t.more(Number(notice.params.count), Number(notice.params.late))} · `}
        {sayTime(notice.at, now)}
      </small>
    </>
  )
}

/** Where scanners are slow, and how many; null for notices about other things. */
function slowAt(notice: Notice): { code: string; name: string; count: number } | null {
  if (notice.kind !== 'DEVICES_SLOW') return null
  const unit = notice.params.unit as { code: string; name: string }
  return { ...unit, count: Number(notice.params.count) }
}

/** Where promises are in danger, and how many; null for notices about other things. */
function delaysAt(notice: Notice): { code: string; name: string; saveable: number; hardly: number } | null {
  if (notice.kind !== 'DELAY_LIST') return null
  const unit = notice.params.unit as { code: string; name: string }
  return { ...unit, saveable: Number(notice.params.saveable), hardly: Number(notice.params.hardly) }
}

/** Which unit the charge is about. */
function chargedAt(notice: Notice): string {
  return (notice.params.unit as { name: string }).name
}

function linkOf(notice: Notice): string {
  if (notice.kind === MORE) return '/tickets'
  if (typeof notice.params.articleId === 'string') return `/knowledge/${notice.params.articleId}`
  const delays = delaysAt(notice)
  if (delays !== null) return `/boards/delays?unit=${encodeURIComponent(delays.code)}`
  const slow = slowAt(notice)
  if (slow !== null) return `/boards/devices?unit=${encodeURIComponent(slow.code)}&show=slow`
  if (typeof notice.params.site === 'string')
    return `/boards/outlets?site=${encodeURIComponent(notice.params.site)}`
  if (typeof notice.params.claimId === 'string') return `/claims?claim=${notice.params.claimId}`
  if (typeof notice.params.chargeId === 'string') return `/charges?charge=${notice.params.chargeId}`
  if (typeof notice.params.appealId === 'string') return `/appeals/${notice.params.appealId}`
  if (notice.ticketId !== null) return `/tickets/${notice.ticketId}`
  return notice.waybill !== null ? `/parcels/${encodeURIComponent(notice.waybill)}` : '/tickets'
}
