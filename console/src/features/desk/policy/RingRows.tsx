import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { PolicyRing } from '../../../api/types'
import { policyCopy } from './copy'
import { NumberInput } from './Inputs'
import { HIGHEST, nextRing, withAt, withoutAt } from './model'
import styles from './Policy.module.css'

interface Props {
  rings: PolicyRing[]
  locked: boolean
  onChange: (rings: PolicyRing[]) => void
}

/** Who comes in question the longer a contact waits. */
export function RingRows({ rings, locked, onChange }: Props) {
  const t = policyCopy.use()
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t.after}</th>
              <th>{t.reach}</th>
              <th title={t.loweredHint}>{t.lowered}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rings.map((ring, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rings have no name but their place
              <tr key={at}>
                <td>
                  <NumberInput
                    name={t.after}
                    value={ring.afterSeconds}
                    locked={locked || at === 0}
                    onChange={(afterSeconds) => onChange(withAt(rings, at, { afterSeconds }))}
                  />
                </td>
                <td>
                  <Select
                    aria-label={t.reach}
                    size="small"
                    disabled={locked}
                    value={ring.reach}
                    style={{ width: 160 }}
                    options={(['UNIT', 'PARENT', 'EVERYWHERE'] as const).map((value) => ({
                      value,
                      label: t.reaches[value],
                    }))}
                    onChange={(reach) => onChange(withAt(rings, at, { reach }))}
                  />
                </td>
                <td>
                  <NumberInput
                    name={t.lowered}
                    value={ring.lowered}
                    most={HIGHEST}
                    locked={locked}
                    onChange={(lowered) => onChange(withAt(rings, at, { lowered }))}
                  />
                </td>
                <td>
                  {!locked && at > 0 && (
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t.removeRing}
                      onClick={() => onChange(withoutAt(rings, at))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!locked && (
        <Button size="small" onClick={() => onChange([...rings, nextRing(rings)])}>
          {t.addRing}
        </Button>
      )}
    </>
  )
}
