import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Tariff, TariffProduct } from '../../../api/types'
import { Section } from '../../../shared/ui'
import {
  Amount,
  Field,
  Pick,
  useVersionForm,
  When,
  Words,
  Wrong,
  withAt,
  withoutAt,
} from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { CM, KG } from '../words/units'
import { fieldsCopy } from './fields'
import { Insurance } from './Insurance'
import { freshProduct } from './model'
import { Rates } from './Rates'
import { Surcharges } from './Surcharges'

interface Props {
  body: Tariff
  onChange: (body: Tariff) => void
}

/** What can be ordered, one product at a time: its limits, prices, promises and what is paid beside. */
export function Products({ body, onChange }: Props) {
  const t = fieldsCopy.use()
  const { locked } = useVersionForm()
  const [shown, setShown] = useState(0)
  const { products } = body
  const index = Math.min(shown, products.length - 1)
  const product = products[index]
  const at = `products[${index}]`
  const set = (list: TariffProduct[]) => onChange({ ...body, products: list })
  const change = (more: Partial<TariffProduct>) => set(withAt(products, index, more))
  return (
    <>
      <div className={styles.actions}>
        {products.length > 0 && (
          <div className={styles.scroll}>
            <Segmented
              value={index}
              options={products.map(({ name }, place) => ({ value: place, label: name || t.unnamed }))}
              onChange={setShown}
            />
          </div>
        )}
        {!locked && (
          <Button
            size="small"
            onClick={() => {
              set([...products, freshProduct(body)])
              setShown(products.length)
            }}
          >
            {t.add(t.aProduct)}
          </Button>
        )}
        {!locked && product !== undefined && (
          <Button size="small" onClick={() => set(withoutAt(products, index))}>
            {t.remove(t.thisProduct)}
          </Button>
        )}
      </div>
      <Wrong at="products" />
      {product !== undefined && (
        <>
          <Basics at={at} product={product} onChange={change} />
          <Section title={t.rates}>
            <Rates at={at} product={product} zones={body.zones} onChange={(rates) => change({ rates })} />
          </Section>
          <Section title={t.insurance}>
            <Insurance at={at} list={product.insurance} onChange={(insurance) => change({ insurance })} />
          </Section>
          <Section title={t.surcharges}>
            <Surcharges at={at} list={product.surcharges} onChange={(surcharges) => change({ surcharges })} />
          </Section>
        </>
      )}
    </>
  )
}

function Basics(props: {
  at: string
  product: TariffProduct
  onChange: (more: Partial<TariffProduct>) => void
}) {
  const t = fieldsCopy.use()
  const { at, product, onChange } = props
  return (
    <Section title={product.name || t.unnamed}>
      <div className={styles.fields}>
        <Field name={t.name}>
          <Words
            name={t.name}
            at={`${at}.name`}
            most={40}
            value={product.name}
            onChange={(name) => onChange({ name })}
          />
        </Field>
        <Field name={t.code}>
          <Words
            name={t.code}
            at={`${at}.code`}
            most={30}
            value={product.code}
            onChange={(code) => onChange({ code })}
          />
        </Field>
        <Field name={t.mostGrams}>
          <Amount
            name={t.mostGrams}
            at={`${at}.mostGrams`}
            unit={KG}
            digits={3}
            value={product.mostGrams}
            onChange={(grams) => onChange({ mostGrams: grams ?? 0 })}
          />
        </Field>
        <Field name={t.divisor} hint={t.divisorHint}>
          <Amount
            name={t.divisor}
            at={`${at}.divisor`}
            value={product.divisor}
            onChange={(divisor) => onChange({ divisor: divisor ?? 0 })}
          />
        </Field>
        <Field name={t.leastEdgeMm} hint={t.leastEdgeHint}>
          <Amount
            name={t.leastEdgeMm}
            at={`${at}.leastEdgeMm`}
            unit={CM}
            digits={1}
            value={product.leastEdgeMm}
            onChange={(edge) => onChange({ leastEdgeMm: edge ?? 0 })}
          />
        </Field>
        <Field name={t.cutOff} hint={t.cutOffHint}>
          <When
            name={t.cutOff}
            at={`${at}.cutOff`}
            kind="time"
            value={product.cutOff}
            onChange={(cutOff) => onChange({ cutOff })}
          />
        </Field>
        <Field name={t.remedy}>
          <Pick
            name={t.remedy}
            at={`${at}.remedy`}
            value={product.remedy}
            options={(['NONE', 'REFUND_FREIGHT'] as const).map((value) => ({
              value,
              label: t.remedies[value],
            }))}
            onChange={(remedy) => onChange({ remedy: remedy === 'REFUND_FREIGHT' ? remedy : 'NONE' })}
          />
        </Field>
      </div>
    </Section>
  )
}
