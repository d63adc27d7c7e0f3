import { CloseOutlined } from '@ant-design/icons'
import styles from './Chip.module.css'
import { cx } from './cx'

/** One of several choices that a press switches on. */
export function Chip({ on, words, onPress }: { on: boolean; words: string; onPress: () => void }) {
  return (
    <button type="button" aria-pressed={on} className={cx(styles.chip, on && styles.on)} onClick={onPress}>
      {words}
    </button>
  )
}

/**
 * A filter in force, and the way to be rid of it.
 *
 * @param does what a press does, for those who do not see the cross
 */
export function RemovableChip(props: { words: string; does: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={cx(styles.chip, styles.on)}
      aria-label={props.does}
      onClick={props.onRemove}
    >
      {props.words} <CloseOutlined />
    </button>
  )
}
