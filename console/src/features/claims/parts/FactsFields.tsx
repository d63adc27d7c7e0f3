import { Button, Checkbox, Form, type FormInstance, Input, InputNumber, Select } from 'antd'
import { claimCopy } from '../copy'
import { EVIDENCE, EXCLUSIONS, KINDS } from '../model'
import styles from './Drawer.module.css'
import { MoneyField } from './MoneyField'

interface Props {
  form: FormInstance
  /** Whether it is a claim that is kept: what was sent is asked too, and its files count by themselves. */
  kept?: boolean
}

/** The fields of a case, within a form whose values are {@link FactsValues}. */
export function FactsFields({ form, kept = false }: Props) {
  const t = claimCopy.use()
  const f = t.facts
  const kind = Form.useWatch('kind', form)
  return (
    <>
      <div className={styles.two}>
        <Form.Item name="kind" label={t.kind}>
          <Select options={KINDS.map((value) => ({ value, label: t.kinds[value] }))} />
        </Form.Item>
        {kept && (
          <Form.Item name="goods" label={f.goods}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        {kind === 'MISMATCH' && (
          <Form.Item name="mismatch" label={f.mismatch}>
            <Select
              allowClear
              options={(['SAME_NAME', 'OTHER_NAME'] as const).map((value) => ({
                value,
                label: t.mismatches[value],
              }))}
            />
          </Form.Item>
        )}
        <MoneyField name="claimed" label={f.claimed} />
        <MoneyField name="proven" label={f.proven} />
        <MoneyField name="lost" label={f.lost} />
        <MoneyField name="insured" label={f.insured} />
        <MoneyField name="carriage" label={f.carriage} />
        <MoneyField name="insurance" label={f.insurance} />
      </div>
      <Form.Item name="nothingFurther" valuePropName="checked">
        <Checkbox>{f.nothingFurther}</Checkbox>
      </Form.Item>
      <Form.Item name="grossNegligence" valuePropName="checked">
        <Checkbox>{f.gross}</Checkbox>
      </Form.Item>
      <Form.Item name="evidence" label={f.evidence} extra={kept && f.evidenceHint}>
        <Checkbox.Group options={EVIDENCE.map((value) => ({ value, label: t.evidence[value] }))} />
      </Form.Item>
      <Form.Item label={f.exclusions}>
        <Form.List name="found">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row) => (
                <div key={row.key} className={styles.row}>
                  <Form.Item name={[row.name, 'exclusion']} rules={[{ required: true, message: t.required }]}>
                    <Select
                      aria-label={f.exclusion}
                      placeholder={f.exclusion}
                      options={EXCLUSIONS.map((value) => ({ value, label: t.exclusions[value] }))}
                    />
                  </Form.Item>
                  <Form.Item name={[row.name, 'percent']} rules={[{ required: true, message: t.required }]}>
                    <InputNumber
                      aria-label={f.share}
                      placeholder={f.share}
                      min={0.1}
                      max={100}
                      precision={1}
                    />
                  </Form.Item>
                  <Button onClick={() => remove(row.name)}>{f.remove}</Button>
                </div>
              ))}
              <Button onClick={() => add({ percent: 100 })}>{f.addExclusion}</Button>
            </>
          )}
        </Form.List>
      </Form.Item>
    </>
  )
}
