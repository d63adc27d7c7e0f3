import { Select } from 'antd'
import type { PolicyRing } from '../../../api/types'
import { policyCopy } from './copy'
import { NumberInput } from './Inputs'
import { HIGHEST, nextRing } from './model'
import { NamedUnits } from './NamedUnits'
import { Rows } from './Rows'

interface Props {
  rings: PolicyRing[]
  locked: boolean
  onChange: (rings: PolicyRing[]) => void
}

/** Who comes in question the longer a contact waits. */
export function RingRows({ rings, locked, onChange }: Props) {
  const t = policyCopy.use()
  return (
    <Rows
      list={rings}
      locked={locked}
      onChange={onChange}
      titles={[{ name: t.after }, { name: t.reach }, { name: t.lowered, hint: t.loweredHint }]}
      removeWords={() => t.removeRing}
      addWords={t.addRing}
      fresh={() => nextRing(rings)}
      kept={1}
      cells={(ring, change, at) => [
        <NumberInput
          key="after"
          name={t.after}
          value={ring.afterSeconds}
          locked={locked || at === 0}
          onChange={(afterSeconds) => change({ afterSeconds })}
        />,
        <div key="reach">
          <Select
            aria-label={t.reach}
            size="small"
            disabled={locked}
            value={ring.reach}
            style={{ width: 160 }}
            options={(['UNIT', 'NAMED', 'PARENT', 'EVERYWHERE'] as const).map((value) => ({
              value,
              label: t.reaches[value],
            }))}
            onChange={(reach) => change({ reach, units: reach === 'NAMED' ? (ring.units ?? []) : null })}
          />
          {ring.reach === 'NAMED' && (
            <NamedUnits units={ring.units ?? []} locked={locked} onChange={(units) => change({ units })} />
          )}
        </div>,
        <NumberInput
          key="lowered"
          name={t.lowered}
          value={ring.lowered}
          most={HIGHEST}
          locked={locked}
          onChange={(lowered) => change({ lowered })}
        />,
      ]}
    />
  )
}
