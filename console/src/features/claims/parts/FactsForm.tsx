import { App, Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import type { ClaimView } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useClaimStep } from '../api'
import { claimCopy } from '../copy'
import { EVIDENCE, EXCLUSIONS, KINDS } from '../model'
import styles from './Drawer.module.css'
import { type FactsValues, factsOf, valuesOf } from './factsValues'
import { MoneyField } from './MoneyField'

/** Corrects what is known of a case; saving assesses it anew. */
export function FactsForm({ view, onDone }: { view: ClaimView; onDone: () => void }) {
  const t = claimCopy.use()
  const f = t.facts
  const { message } = App.useApp()
  const [form] = Form.useForm<FactsValues>()
  const kind = Form.useWatch('kind', form)
  const step = useClaimStep(view.row)

  function submit(values: FactsValues) {
    step.mutate(
      { step: 'facts', body: { what: factsOf(values, view.what), goods: values.goods?.trim() || null } },
      {
        onSuccess: () => {
          message.success(f.saved)
          onDone()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Modal
      open
      title={f.edit}
      okText={f.save}
      cancelText={t.cancel}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={720}
    >
      <Form<FactsValues> form={form} layout="vertical" onFinish={submit} initialValues={valuesOf(view)}>
        <div className={styles.two}>
          <Form.Item name="kind" label={t.kind}>
            <Select options={KINDS.map((value) => ({ value, label: t.kinds[value] }))} />
          </Form.Item>
          <Form.Item name="goods" label={f.goods}>
            <Input maxLength={60} />
          </Form.Item>
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
        <Form.Item name="evidence" label={f.evidence} extra={f.evidenceHint}>
          <Checkbox.Group options={EVIDENCE.map((value) => ({ value, label: t.evidence[value] }))} />
        </Form.Item>
        <Form.Item label={f.exclusions}>
          <Form.List name="found">
            {(rows, { add, remove }) => (
              <>
                {rows.map((row) => (
                  <div key={row.key} className={styles.row}>
                    <Form.Item
                      name={[row.name, 'exclusion']}
                      rules={[{ required: true, message: t.required }]}
                    >
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
      </Form>
    </Modal>
  )
}
