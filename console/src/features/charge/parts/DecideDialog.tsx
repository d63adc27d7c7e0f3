import { App, Form, Input, Modal, Radio } from 'antd'
import type { ChargeDecision, ChargeView } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { type Step, useChargeStep } from '../api'
import { chargeCopy } from '../copy'
import { linesOf, namedOf, type ShareLine } from '../shares'
import styles from './Drawer.module.css'
import { SharesEditor } from './SharesEditor'

const DECISIONS: ChargeDecision[] = ['UPHOLD', 'MOVE', 'LIFT']

interface Values {
  decision?: ChargeDecision
  shares?: ShareLine[]
  text: string
}

/** What somebody above both sides decides: an arbitrator's award, or shares where the scans could not tell. */
export function DecideDialog(props: {
  view: ChargeView
  action: 'ARBITRATE' | 'SETTLE'
  onDone: () => void
}) {
  const { view, action, onDone } = props
  const t = chargeCopy.use()
  const d = t.dialog
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const decision = Form.useWatch('decision', form)
  const step = useChargeStep(view.charge)
  const units = view.charge.units

  function submit({ decision: decided, shares = [], text }: Values) {
    const taken: Step =
      action === 'SETTLE' || decided === undefined
        ? { step: 'settlement', body: { shares: namedOf(shares), text: text.trim() } }
        : {
            step: 'arbitration',
            body: {
              decision: decided,
              shares: decided === 'MOVE' ? namedOf(shares) : [],
              text: text.trim(),
            },
          }
    step.mutate(taken, {
      onSuccess: () => {
        message.success(t.did[action])
        onDone()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <Modal
      open
      title={t.action[action]}
      okText={t.send}
      cancelText={t.cancel}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={600}
    >
      <p className={styles.hint}>{t.hint[action]}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ shares: linesOf(units) }}
      >
        {action === 'ARBITRATE' && (
          <Form.Item
            name="decision"
            label={d.decision}
            extra={decision === undefined ? undefined : d.decisionMeans[decision]}
            rules={[{ required: true, message: t.required }]}
          >
            <Radio.Group
              optionType="button"
              options={DECISIONS.map((value) => ({ value, label: d.decisions[value] }))}
            />
          </Form.Item>
        )}
        {(action === 'SETTLE' || decision === 'MOVE') && <SharesEditor name="shares" known={units} />}
        <Form.Item
          name="text"
          label={d.reason}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
