import type { ReactNode } from 'react'
import { Chip } from '../ui'
import styles from './UnitBar.module.css'
import { UnitPicker } from './UnitPicker'
import { useUnitName } from './useUnitName'

interface Props {
  /** The unit that is looked at; null for the reader's own. */
  unit: string | null
  onUnit: (code: string | null) => void
  /** Whether the reader may look for others. */
  mayChoose: boolean
  choose: string
  ofUnit: (name: string) => string
  /** What else narrows the page. */
  children?: ReactNode
}

/** The top of a board: what narrows it, and which unit it is about. */
export function UnitBar({ unit, onUnit, mayChoose, choose, ofUnit, children }: Props) {
  const name = useUnitName(unit)
  return (
    <div className={styles.bar}>
      <div className={styles.left}>
        {children}
        {unit !== null && <Chip on words={`${ofUnit(name)} ×`} onPress={() => onUnit(null)} />}
      </div>
      {mayChoose && (
        <div className={styles.picker}>
          <UnitPicker placeholder={choose} onChange={onUnit} />
        </div>
      )}
    </div>
  )
}
