import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { UnitPicker, useUnitName } from '../../../shared/units'
import { policyCopy } from './copy'
import { withoutAt } from './model'
import styles from './Policy.module.css'

interface Props {
  units: string[]
  locked: boolean
  onChange: (units: string[]) => void
}

/** The units that a ring names, in the order in which they are asked. */
export function NamedUnits({ units, locked, onChange }: Props) {
  const t = policyCopy.use()
  const [adding, setAdding] = useState(units.length === 0)
  function add(unit: string) {
    setAdding(false)
    if (!units.includes(unit)) onChange([...units, unit])
  }
  return (
    <ol className={styles.named}>
      {units.map((unit, at) => (
        <li key={unit}>
          <Named code={unit} />
          {!locked && (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t.removeNamed}
              title={t.removeNamed}
              onClick={() => onChange(withoutAt(units, at))}
            />
          )}
        </li>
      ))}
      {!locked && (
        <li className={styles.adding}>
          {adding ? (
            <UnitPicker placeholder={t.nameUnit} onChange={add} />
          ) : (
            <Button size="small" type="link" onClick={() => setAdding(true)}>
              {t.addNamed}
            </Button>
          )}
        </li>
      )}
    </ol>
  )
}

function Named({ code }: { code: string }) {
  return useUnitName(code)
}
