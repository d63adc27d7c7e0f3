import { Button } from 'antd'
import { useState } from 'react'
import type { PolicyBody } from '../../../api/types'
import { UnitPicker, useUnitName } from '../../../shared/units'
import { policyCopy } from './copy'
import { withAt, withoutAt } from './model'
import styles from './Policy.module.css'
import { RingRows } from './RingRows'

interface Props {
  overflows: PolicyBody['overflows']
  locked: boolean
  onChange: (overflows: PolicyBody['overflows']) => void
}

/** Units with rings of their own. */
export function Overflows({ overflows, locked, onChange }: Props) {
  const t = policyCopy.use()
  const [adding, setAdding] = useState(false)
  function add(unit: string) {
    setAdding(false)
    if (overflows.some((one) => one.unit === unit)) return
    const rings = [
      { afterSeconds: 0, reach: 'UNIT' as const, lowered: 1, units: null },
      { afterSeconds: 30, reach: 'PARENT' as const, lowered: 1, units: null },
      { afterSeconds: 60, reach: 'EVERYWHERE' as const, lowered: 5, units: null },
    ]
    onChange([...overflows, { unit, rings }])
  }
  return (
    <>
      {overflows.length === 0 && <p className={styles.soft}>{t.noOverflows}</p>}
      {overflows.map((one, at) => (
        <div key={one.unit} className={styles.overflow}>
          <div className={styles.actions}>
            <strong>
              <Named code={one.unit} />
            </strong>
            {!locked && (
              <Button size="small" type="link" onClick={() => onChange(withoutAt(overflows, at))}>
                {t.removeOverflow}
              </Button>
            )}
          </div>
          <RingRows
            rings={one.rings}
            locked={locked}
            onChange={(rings) => onChange(withAt(overflows, at, { rings }))}
          />
        </div>
      ))}
      {!locked &&
        (adding ? (
          <div style={{ maxWidth: 340 }}>
            <UnitPicker autoFocus placeholder={t.unit} onChange={add} />
          </div>
        ) : (
          <Button size="small" style={{ marginTop: 8 }} onClick={() => setAdding(true)}>
            {t.addOverflow}
          </Button>
        ))}
    </>
  )
}

function Named({ code }: { code: string }) {
  return useUnitName(code)
}
