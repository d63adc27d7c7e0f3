import type { SurchargeKind, TariffSurcharge } from '../../../api/types'
import { Amount, Field, Pick, Rows, When, Words } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { CM, KG, YUAN } from '../words/units'
import { Areas } from './Areas'
import { fieldsCopy } from './fields'
import { freshSurcharge } from './model'

const KINDS: SurchargeKind[] = ['WANTED', 'REMOTE', 'OVERSIZE', 'PEAK', 'COLLECTED']

interface CellProps {
  one: TariffSurcharge
  at: string
  change: (more: Partial<TariffSurcharge>) => void
}

/** What is paid beside the freight, and when it is due. */
export function Surcharges(props: {
  at: string
  list: TariffSurcharge[]
  onChange: (list: TariffSurcharge[]) => void
}) {
  const t = fieldsCopy.use()
  return (
    <Rows
      at={`${props.at}.surcharges`}
      list={props.list}
      fresh={freshSurcharge}
      onChange={props.onChange}
      columns={[
        {
          name: t.name,
          cell: (one, change, at) => (
            <Words
              name={t.name}
              at={`${at}.name`}
              most={40}
              value={one.name}
              onChange={(name) => change({ name })}
            />
          ),
        },
        {
          name: t.code,
          cell: (one, change, at) => (
            <Words
              name={t.code}
              at={`${at}.code`}
              most={30}
              value={one.code}
              onChange={(code) => change({ code })}
            />
          ),
        },
        {
          name: t.kind,
          cell: (one, change, at) => (
            <Pick
              name={t.kind}
              at={`${at}.kind`}
              value={one.kind}
              options={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
              onChange={(kind) => change({ kind: KINDS.find((known) => known === kind) ?? one.kind })}
            />
          ),
        },
        { name: t.price, cell: (one, change, at) => <Price one={one} at={at} change={change} /> },
        { name: t.condition, cell: (one, change, at) => <Condition one={one} at={at} change={change} /> },
      ]}
    />
  )
}

/** By parcel and kilogram, or as a share of the money that is collected. */
function Price({ one, at, change }: CellProps) {
  const t = fieldsCopy.use()
  const collected = one.kind === 'COLLECTED'
  return (
    <div className={styles.fields}>
      <Field name={collected ? t.least : t.fen}>
        <Amount
          name={`${one.name} ${collected ? t.least : t.fen}`}
          at={`${at}.fen`}
          unit={YUAN}
          digits={2}
          fixed
          value={one.fen}
          onChange={(fen) => change({ fen: fen ?? 0 })}
        />
      </Field>
      {collected ? (
        <Field name={t.perMille}>
          <Amount
            name={`${one.name} ${t.perMille}`}
            at={`${at}.perMille`}
            digits={2}
            exact
            value={one.perMille}
            onChange={(perMille) => change({ perMille: perMille ?? 0 })}
          />
        </Field>
      ) : (
        <Field name={t.perKgFen}>
          <Amount
            name={`${one.name} ${t.perKgFen}`}
            at={`${at}.perKgFen`}
            unit={YUAN}
            digits={2}
            fixed
            value={one.perKgFen}
            onChange={(perKgFen) => change({ perKgFen: perKgFen ?? 0 })}
          />
        </Field>
      )}
    </div>
  )
}

function Condition({ one, at, change }: CellProps) {
  const t = fieldsCopy.use()
  switch (one.kind) {
    case 'REMOTE':
      return (
        <Areas name={t.areas} at={`${at}.areas`} value={one.areas} onChange={(areas) => change({ areas })} />
      )
    case 'OVERSIZE':
      return (
        <div className={styles.fields}>
          <Field name={t.overMm}>
            <Amount
              name={`${one.name} ${t.overMm}`}
              at={`${at}.overMm`}
              unit={CM}
              digits={1}
              value={one.overMm}
              onChange={(overMm) => change({ overMm: overMm ?? 0 })}
            />
          </Field>
          <Field name={t.overGrams}>
            <Amount
              name={`${one.name} ${t.overGrams}`}
              at={`${at}.overGrams`}
              unit={KG}
              digits={3}
              value={one.overGrams}
              onChange={(overGrams) => change({ overGrams: overGrams ?? 0 })}
            />
          </Field>
        </div>
      )
    case 'PEAK':
      return (
        <div className={styles.fields}>
          <Field name={t.first}>
            <When
              name={`${one.name} ${t.first}`}
              at={`${at}.from`}
              kind="date"
              value={one.from}
              onChange={(from) => change({ from })}
            />
          </Field>
          <Field name={t.last}>
            <When
              name={`${one.name} ${t.last}`}
              at={`${at}.to`}
              kind="date"
              value={one.to}
              onChange={(to) => change({ to })}
            />
          </Field>
        </div>
      )
    case 'COLLECTED':
    case 'WANTED':
      return null
  }
}
