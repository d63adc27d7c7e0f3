import { App, Form, Modal } from 'antd'
import type { ClaimView } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useClaimStep } from '../api'
import { claimCopy } from '../copy'
import { FactsFields } from './FactsFields'
import { type FactsValues, factsOf, valuesOf } from './factsValues'

/** Corrects what is known of a case; saving assesses it anew. */
export function FactsForm({ view, onDone }: { view: ClaimView; onDone: () => void }) {
  const t = claimCopy.use()
  const f = t.facts
  const { message } = App.useApp()
  const [form] = Form.useForm<FactsValues>()
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
        <FactsFields form={form} kept />
      </Form>
    </Modal>
  )
}
