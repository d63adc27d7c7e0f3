import type { TariffProduct } from '../../../api/types'
import { Amount, Rows } from '../../../shared/version'
import { YUAN } from '../words/units'
import { fieldsCopy } from './fields'

type Bands = TariffProduct['insurance']

/** What protecting a declared value costs, up to a value. */
export function Insurance(props: { at: string; list: Bands; onChange: (list: Bands) => void }) {
  const t = fieldsCopy.use()
  return (
    <Rows
      at={`${props.at}.insurance`}
      list={props.list}
      fresh={() => ({ uptoFen: (props.list.at(-1)?.uptoFen ?? 0) + 100_000, fixedFen: 0, perMille: 0 })}
      onChange={props.onChange}
      columns={[
        ...(['uptoFen', 'fixedFen'] as const).map((field) => ({
          name: t[field],
          cell: (band: Bands[number], change: (more: Partial<Bands[number]>) => void, at: string) => (
            <Amount
              name={t[field]}
              at={`${at}.${field}`}
              unit={YUAN}
              digits={2}
              fixed
              value={band[field]}
              onChange={(fen) => change({ [field]: fen ?? 0 })}
            />
          ),
        })),
        {
          name: t.perMille,
          cell: (band, change, at) => (
            <Amount
              name={t.perMille}
              at={`${at}.perMille`}
              digits={2}
              value={band.perMille}
              exact
              onChange={(perMille) => change({ perMille: perMille ?? 0 })}
            />
          ),
        },
      ]}
    />
  )
}
