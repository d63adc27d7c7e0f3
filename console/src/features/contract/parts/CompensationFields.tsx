import { Checkbox, Form, InputNumber, Select } from 'antd'
import { CLAIM_KINDS, claimCopy } from '../../claims'
import styles from '../ContractsPage.module.css'
import { contractCopy } from '../copy'

/** Kept in hundredths and thousandths, shown and typed as people say it. */
function shownAs(parts: number) {
  return {
    getValueProps: (kept: number | null | undefined) => ({ value: kept == null ? null : kept / parts }),
    getValueFromEvent: (typed: number | null) => (typed === null ? null : Math.round(typed * parts)),
  }
}

/** What the contract says of compensation; all empty leaves it to the standard. */
export function CompensationFields() {
  const t = contractCopy.use().compensation
  const claims = claimCopy.use()
  const at = (name: string) => ['terms', 'compensation', name]
  return (
    <>
      <h3 className={styles.title}>{t.title}</h3>
      <p className={styles.hint}>{t.hint}</p>
      <div className={styles.pair}>
        <Form.Item name={at('fixedFen')} label={t.fixed} extra={t.fixedHint} {...shownAs(100)}>
          <InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={at('feePerMille')} label={t.fee} extra={t.feeHint} {...shownAs(1_000)}>
          <InputNumber min={0.1} max={100} step={0.5} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={at('capFen')} label={t.cap} extra={t.capHint} {...shownAs(100)}>
          <InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={at('kinds')} label={t.kinds} extra={t.kindsHint}>
          <Select
            mode="multiple"
            maxTagCount="responsive"
            options={CLAIM_KINDS.map((value) => ({ value, label: claims.kinds[value] }))}
          />
        </Form.Item>
      </div>
      <Form.Item name={at('agreed')} valuePropName="checked" extra={t.agreedHint}>
        <Checkbox>{t.agreed}</Checkbox>
      </Form.Item>
      <Form.Item name={at('insuredToo')} valuePropName="checked">
        <Checkbox>{t.insuredToo}</Checkbox>
      </Form.Item>
    </>
  )
}
