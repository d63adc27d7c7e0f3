import { App, Form, Input, Modal } from 'antd'
import type { ClaimView } from '../../../api/types'
import { yuanText } from '../../../shared/money'
import { sayProblem } from '../../../shared/problems'
import { type Step, useClaimStep } from '../api'
import { claimCopy } from '../copy'
import type { Action } from '../model'
import { fenOf, MoneyField } from './MoneyField'

type Asked = Exclude<Action, 'TAKE' | 'PAYEE' | 'EVIDENCE'>

interface Values {
  amount?: string
  words?: string
}

const OPTIONAL: Asked[] = ['APPROVE', 'ACCEPT', 'WITHDRAW']
const WITH_AMOUNT: Asked[] = ['PROPOSE', 'COUNTER']

function toStep(action: Asked, values: Values): Step {
  const words = values.words?.trim() || null
  switch (action) {
    case 'PROPOSE':
      return { step: 'propose', body: { fen: fenOf(values.amount), words } }
    case 'ASK_EVIDENCE':
      return { step: 'ask-evidence', body: { words } }
    case 'APPROVE':
      return { step: 'approve', body: { words } }
    case 'SEND_BACK':
      return { step: 'send-back', body: { words } }
    case 'REFUSE':
      return { step: 'refuse', body: { words } }
    case 'UPHOLD':
      return { step: 'uphold', body: { words } }
    case 'ACCEPT':
    case 'COUNTER':
    case 'APPEAL':
    case 'WITHDRAW':
      return {
        step: 'answer',
        body: { reply: action, fen: action === 'COUNTER' ? fenOf(values.amount) : null, words },
      }
  }
}

/** What a step asks before it is taken: an amount, words, or only to be sure. */
export function StepDialog({ view, action, onDone }: { view: ClaimView; action: Asked; onDone: () => void }) {
  const t = claimCopy.use()
  const d = t.dialog
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const step = useClaimStep(view.row)
  const hints: Partial<Record<Action, string>> = d.wordsHint
  const wantsAmount = WITH_AMOUNT.includes(action)

  function submit(values: Values) {
    step.mutate(toStep(action, values), {
      onSuccess: () => {
        message.success(t.done)
        onDone()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <Modal
      open
      title={t.action[action]}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          amount: action === 'PROPOSE' && view.row.owedFen > 0 ? yuanText(view.row.owedFen) : '',
        }}
      >
        {wantsAmount && <MoneyField name="amount" label={d.amount} needed focused />}
        <Form.Item
          name="words"
          label={d.words}
          extra={hints[action]}
          rules={OPTIONAL.includes(action) ? [] : [{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
