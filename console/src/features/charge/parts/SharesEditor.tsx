import { Button, Form, Input } from 'antd'
import type { ChargeBurden } from '../../../api/types'
import { UnitPicker } from '../../../shared/units'
import { chargeCopy } from '../copy'
import { sayPerMille } from '../model'
import { flawOf, MOST_UNITS, type ShareLine, sumOf, WHOLE } from '../shares'
import styles from './SharesEditor.module.css'

/** Units with percent, together exactly 100; the sum is said while one types. */
export function SharesEditor({ name, known }: { name: string; known: ChargeBurden[] }) {
  const e = chargeCopy.use().editor
  const lines: ShareLine[] = Form.useWatch(name) ?? []
  const sum = sumOf(lines)

  function check(_: unknown, typed: ShareLine[] | undefined) {
    const flaw = flawOf(typed ?? [])
    if (flaw === null) return Promise.resolve()
    return Promise.reject(new Error(flaw === 'sum' ? e.sum(sayPerMille(sumOf(typed ?? []))) : e[flaw]))
  }

  return (
    <fieldset className={styles.editor}>
      <legend>{e.title}</legend>
      <Form.List name={name} rules={[{ validator: check }]}>
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map((field, index) => (
              <div key={field.key} className={styles.line}>
                <Form.Item name={[field.name, 'unit']} noStyle>
                  <UnitPicker placeholder={e.choose} known={unitAt(known, lines[index])} />
                </Form.Item>
                <Form.Item name={[field.name, 'percent']} noStyle>
                  <Input
                    inputMode="decimal"
                    autoComplete="off"
                    suffix="%"
                    className="tabular"
                    aria-label={e.share(index + 1)}
                  />
                </Form.Item>
                <Button
                  type="text"
                  disabled={fields.length === 1}
                  aria-label={e.remove(index + 1)}
                  onClick={() => remove(field.name)}
                >
                  ×
                </Button>
              </div>
            ))}
            <div className={styles.foot}>
              <Button size="small" disabled={fields.length >= MOST_UNITS} onClick={() => add({})}>
                {e.add}
              </Button>
              <span aria-live="polite" className={sum === WHOLE ? styles.whole : styles.short}>
                {sum === WHOLE ? e.whole : e.sum(sayPerMille(sum))}
              </span>
            </div>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

const unitAt = (known: ChargeBurden[], line: ShareLine | undefined) =>
  known.find((burden) => burden.unit.code === line?.unit)?.unit
