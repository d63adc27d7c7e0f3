import type { Tariff } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { Pick, Rows, Words } from '../../../shared/version'
import { Area } from './Areas'
import { fieldsCopy } from './fields'

const REACHES = ['NOTHING', 'OUTLET', 'DOOR'] as const

type Unserved = Tariff['unserved']

/** Places to which nothing goes, or only in part. */
export function Places(props: { list: Unserved; onChange: (list: Unserved) => void }) {
  const t = fieldsCopy.use()
  return (
    <Section title={t.unserved}>
      <Rows
        at="unserved"
        list={props.list}
        fresh={() => ({ area: '', reach: 'NOTHING' as const, reason: '' })}
        onChange={props.onChange}
        columns={[
          {
            name: t.area,
            cell: (one, change, at) => (
              <Area name={t.area} at={`${at}.area`} value={one.area} onChange={(area) => change({ area })} />
            ),
          },
          {
            name: t.reach,
            cell: (one, change, at) => (
              <Pick
                name={t.reach}
                at={`${at}.reach`}
                value={one.reach}
                options={REACHES.map((value) => ({ value, label: t.reaches[value] }))}
                onChange={(reach) => change({ reach: REACHES.find((known) => known === reach) ?? one.reach })}
              />
            ),
          },
          {
            name: t.reasonWords,
            cell: (one, change, at) => (
              <Words
                long
                name={t.reasonWords}
                at={`${at}.reason`}
                most={300}
                value={one.reason}
                onChange={(reason) => change({ reason })}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
