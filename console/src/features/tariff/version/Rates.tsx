import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { TariffProduct, TariffRate } from '../../../api/types'
import { Amount, Pick, Rows, useVersionForm, When, Wrong, withAt, withoutAt } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { KG, sayMoney, sayWeight, YUAN } from '../words/units'
import { fieldsCopy } from './fields'
import { freshRate } from './model'

interface Props {
  at: string
  product: TariffProduct
  zones: { code: string; name: string }[]
  onChange: (rates: TariffRate[]) => void
}

/** What the product costs and by when it is there, a row for each zone in which it is offered. */
export function Rates({ at, product, zones, onChange }: Props) {
  const t = fieldsCopy.use()
  const nameOf = (code: string) => zones.find((zone) => zone.code === code)?.name || code
  const unpriced = zones.find(({ code }) => product.rates.every((rate) => rate.zone !== code))
  return (
    <Rows
      at={`${at}.rates`}
      list={product.rates}
      fresh={() => freshRate(unpriced?.code ?? '')}
      onChange={onChange}
      columns={[
        {
          name: t.zone,
          cell: (rate, change, row) => (
            <Pick
              name={t.zone}
              at={`${row}.zone`}
              value={rate.zone}
              options={zones.map(({ code, name }) => ({ value: code, label: name || code }))}
              onChange={(zone) => change({ zone: zone ?? '' })}
            />
          ),
        },
        {
          name: t.firstGrams,
          cell: (rate, change, row) => (
            <Amount
              name={`${nameOf(rate.zone)} ${t.firstGrams}`}
              at={`${row}.firstGrams`}
              unit={KG}
              digits={3}
              value={rate.firstGrams}
              onChange={(grams) => change({ firstGrams: grams ?? 0 })}
            />
          ),
        },
        {
          name: t.firstFen,
          cell: (rate, change, row) => (
            <Amount
              name={`${nameOf(rate.zone)} ${t.firstFen}`}
              at={`${row}.firstFen`}
              unit={YUAN}
              digits={2}
              fixed
              value={rate.firstFen}
              onChange={(fen) => change({ firstFen: fen ?? 0 })}
            />
          ),
        },
        {
          name: t.bands,
          cell: (rate, change, row) => (
            <Bands name={nameOf(rate.zone)} at={row} rate={rate} onChange={(bands) => change({ bands })} />
          ),
        },
        {
          name: t.days,
          hint: t.daysHint,
          cell: (rate, change, row) => (
            <Amount
              name={`${nameOf(rate.zone)} ${t.days}`}
              at={`${row}.days`}
              optional
              value={rate.days}
              onChange={(days) => change({ days })}
            />
          ),
        },
        {
          name: t.by,
          cell: (rate, change, row) => (
            <When
              name={`${nameOf(rate.zone)} ${t.by}`}
              at={`${row}.by`}
              kind="time"
              value={rate.by}
              onChange={(by) => change({ by })}
            />
          ),
        },
      ]}
    />
  )
}

interface BandsProps {
  name: string
  at: string
  rate: TariffRate
  onChange: (bands: TariffRate['bands']) => void
}

/** From a weight on, what each further step costs. */
function Bands({ name, at, rate, onChange }: BandsProps) {
  const t = fieldsCopy.use()
  const { locked } = useVersionForm()
  const { bands } = rate
  const last = bands.at(-1)
  const next = last === undefined ? rate.firstGrams : last.fromGrams + KG
  return (
    <div className={styles.bands}>
      {bands.map((band, index) => {
        const field = `${at}.bands[${index}]`
        const change = (more: Partial<typeof band>) => onChange(withAt(bands, index, more))
        if (locked) {
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: bands have no name but their place
            <span key={index} className="tabular">
              {t.bandFrom} {sayWeight(band.fromGrams)} {t.each} {sayWeight(band.stepGrams)}{' '}
              {sayMoney(band.stepFen)}
            </span>
          )
        }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: bands have no name but their place
          <span key={index} className={styles.band}>
            {t.bandFrom}
            <Amount
              name={`${name} ${t.fromGrams}`}
              at={`${field}.fromGrams`}
              unit={KG}
              digits={3}
              value={band.fromGrams}
              onChange={(grams) => change({ fromGrams: grams ?? 0 })}
            />
            {t.each}
            <Amount
              name={`${name} ${t.stepGrams}`}
              at={`${field}.stepGrams`}
              unit={KG}
              digits={3}
              suffix="kg"
              value={band.stepGrams}
              onChange={(grams) => change({ stepGrams: grams ?? 0 })}
            />
            <Amount
              name={`${name} ${t.stepFen}`}
              at={`${field}.stepFen`}
              unit={YUAN}
              digits={2}
              fixed
              value={band.stepFen}
              onChange={(fen) => change({ stepFen: fen ?? 0 })}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${name} ${t.removeBand}`}
              onClick={() => onChange(withoutAt(bands, index))}
            />
          </span>
        )
      })}
      <Wrong at={`${at}.bands`} />
      {!locked && (
        <Button
          type="link"
          size="small"
          onClick={() =>
            onChange([
              ...bands,
              { fromGrams: next, stepGrams: last?.stepGrams ?? KG, stepFen: last?.stepFen ?? 0 },
            ])
          }
        >
          {t.addBand}
        </Button>
      )}
    </div>
  )
}
