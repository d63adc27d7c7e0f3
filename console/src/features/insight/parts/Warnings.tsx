import type { WarningNumbers } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { insightCopy } from '../copy'
import { PRECISION_TARGET } from '../model'
import { sayShare } from '../words'
import styles from './Bars.module.css'

/** How many warnings were worth it, and what that means. */
export function Warnings({ warnings }: { warnings: WarningNumbers }) {
  const t = insightCopy.use()
  const parts = [
    { name: t.right, count: warnings.right, style: styles.good },
    { name: t.wrong, count: warnings.wrong, style: styles.act },
    { name: t.undecided, count: warnings.open, style: styles.stopped },
  ]
  return (
    <div className={styles.bars}>
      <p className={styles.total}>
        {t.precision} <strong className="tabular">{sayShare(warnings.precision)}</strong> ·{' '}
        {t.precisionMeans(sayShare(PRECISION_TARGET))}
      </p>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(
          (part) =>
            part.count > 0 && <i key={part.name} className={part.style} style={{ flexGrow: part.count }} />,
        )}
      </div>
      <ul className={styles.legend}>
        {parts.map((part) => (
          <li key={part.name}>
            <i className={cx(styles.key, part.style)} />
            {part.name}
            <strong className="tabular">{sayNumber(part.count)}</strong>
          </li>
        ))}
      </ul>
      <p className={styles.how}>{t.precisionHow}</p>
    </div>
  )
}
