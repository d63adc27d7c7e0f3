import { Progress } from 'antd'
import { sayTime } from '../shared/time'
import styles from './Banners.module.css'
import { shellCopy } from './copy'
import { useOnline } from './online'
import { useSystem } from './system'

/** What everyone must know right now: no network, live updates lost, demo still warming up. */
export function Banners({ liveLost }: { liveLost: boolean }) {
  const t = shellCopy.use()
  const online = useOnline()
  return (
    <div role="status">
      {!online && <p className={styles.offline}>{t.offline}</p>}
      {online && liveLost && <p className={styles.lost}>{t.liveLost}</p>}
      <WarmUp />
    </div>
  )
}

function WarmUp() {
  const t = shellCopy.use()
  const warmUp = useSystem().data?.warmUp
  if (warmUp == null) {
    return null
  }
  const from = Date.parse(warmUp.from)
  const share = (Date.parse(warmUp.reached) - from) / Math.max(1, Date.parse(warmUp.to) - from)
  return (
    <div className={styles.warmUp}>
      <span>
        <strong className="tabular">{t.warmUp(sayTime(warmUp.reached, Date.parse(warmUp.to)))}</strong>{' '}
        {t.warmUpHint}
      </span>
      <Progress
        percent={Math.round(Math.min(1, Math.max(0, share)) * 100)}
        size="small"
        style={{ maxWidth: 260 }}
        aria-label={t.warmUp('')}
      />
    </div>
  )
}
