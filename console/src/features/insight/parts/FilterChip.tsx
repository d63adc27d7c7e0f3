import { CloseOutlined } from '@ant-design/icons'
import { cx } from '../../../shared/ui'
import { insightCopy } from '../copy'
import styles from '../FindingsPage.module.css'

/** A filter in force, and the way to be rid of it. */
export function FilterChip({ words, onRemove }: { words: string; onRemove: () => void }) {
  const t = insightCopy.use()
  return (
    <button
      type="button"
      className={cx(styles.chip, styles.on)}
      aria-label={t.removeFilter(words)}
      onClick={onRemove}
    >
      {words} <CloseOutlined />
    </button>
  )
}
