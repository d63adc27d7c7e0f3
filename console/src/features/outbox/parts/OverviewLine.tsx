import { Link } from 'react-router'
import { exactTime, sayNumber } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { useOverview } from '../api'
import { outboxCopy } from '../copy'
import styles from '../OutboxPage.module.css'

/** How many wait, how many are in doubt, and which providers do not work. */
export function OverviewLine() {
  const t = outboxCopy.use()
  const { data } = useOverview()
  if (data === undefined) {
    return null
  }
  return (
    <div className={styles.overview} role="status" aria-label={t.overview.providers}>
      <span className={styles.soft}>{t.overview.waiting(sayNumber(data.waiting))}</span>
      {data.unknown > 0 && (
        <Link to="/outbox?state=UNKNOWN">
          <Tag meaning="watch">{t.overview.unknown(sayNumber(data.unknown))}</Tag>
        </Link>
      )}
      {data.providers
        .filter((provider) => !provider.working)
        .map((provider) => (
          <Tag key={`${provider.channel} ${provider.name}`} meaning="act">
            {t.overview.resting(
              provider.name,
              t.channel[provider.channel],
              provider.openUntil === null ? '—' : exactTime(provider.openUntil),
            )}
          </Tag>
        ))}
    </div>
  )
}
