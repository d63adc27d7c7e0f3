import { App, Form, Input, Modal, Radio } from 'antd'
import type { ClaimRow, PayeeWay } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useClaimStep } from '../api'
import { claimCopy } from '../copy'
import { sayFieldErrors } from './sayFieldErrors'

interface Values {
  way: PayeeWay
  account: string
  name: string
}

const WAYS = ['BANK_CARD', 'ALIPAY', 'WECHAT'] as const
const FIELDS = ['way', 'account', 'name'] as const

/** Where the money goes; the server checks the form of the account. */
export function PayeeDialog({ claim, onDone }: { claim: ClaimRow; onDone: () => void }) {
  const t = claimCopy.use()
  const d = t.dialog
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const way = Form.useWatch('way', form) ?? 'BANK_CARD'
  const step = useClaimStep(claim)
  const required = [{ required: true, whitespace: true, message: t.required }]

  function submit(values: Values) {
    step.mutate(
      { step: 'payee', body: values },
      {
        onSuccess: () => {
          message.success(t.done)
          onDone()
        },
        onError: (problem) => {
          const said = sayFieldErrors(problem, FIELDS)
          if (said === null) message.error(sayProblem(problem))
          else form.setFields(said)
        },
      },
    )
  }

  return (
    <Modal
      open
      title={t.action.PAYEE}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <p>{d.payeeHint}</p>
      <Form<Values> form={form} layout="vertical" onFinish={submit} initialValues={{ way: 'BANK_CARD' }}>
        <Form.Item name="way" label={d.way}>
          <Radio.Group optionType="button" options={WAYS.map((value) => ({ value, label: t.ways[value] }))} />
        </Form.Item>
        <Form.Item name="account" label={d.account} extra={d.accountHint[way]} rules={required}>
          <Input maxLength={130} autoComplete="off" className="tabular" />
        </Form.Item>
        <Form.Item name="name" label={d.name} rules={required}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
