import { Drawer } from 'antd'
import type { BotReplay } from '../../api/types'
import { sayTime } from '../../shared/time'
import { cx, ErrorState, SkeletonRows } from '../../shared/ui'
import { useReplay } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'
import { HeardWords } from './TryPart'

type Line = BotReplay['lines'][number]

/** A session entry by entry: what was said, and what the assistant heard and did. */
export function ReplayDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = botCopy.use()
  const { data, error, refetch } = useReplay(id)
  return (
    <Drawer open={id !== null} onClose={onClose} title={t.replay} size={620}>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <SkeletonRows rows={6} />}
      {data?.lines.map((line) => (
        <Said key={line.seq} line={line} />
      ))}
    </Drawer>
  )
}

function Said({ line }: { line: Line }) {
  const t = botCopy.use()
  const own = line.author === 'CUSTOMER'
  const who =
    line.kind === 'NOTE'
      ? t.note
      : { CUSTOMER: t.customer, BOT: t.bot, AGENT: t.agent, SYSTEM: t.system }[line.author]
  const deeds = (line.turn?.did ?? [])
    .filter((deed) => t.deeds[deed.what] !== undefined)
    .map((deed) => {
      const detail = deed.what === 'HandOver' ? t.reasons[deed.detail ?? ''] : deed.detail
      return detail == null ? t.deeds[deed.what] : `${t.deeds[deed.what]} ${detail}`
    })
  return (
    <>
      <div className={cx(styles.line, own && styles.own)}>
        <span className={styles.who}>
          {who} {sayTime(line.at, Date.now())}
        </span>
        {line.text}
      </div>
      {line.turn !== null && (
        <p className={styles.saw}>
          <span>{t.heard}</span> <HeardWords heard={line.turn.heard} />
        </p>
      )}
      {deeds.length > 0 && (
        <p className={styles.saw}>
          <span>{t.did}</span> {deeds.join('、')}
        </p>
      )}
    </>
  )
}
