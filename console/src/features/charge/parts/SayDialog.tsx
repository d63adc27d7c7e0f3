import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ChargeView, LiabilityEvidenceKind } from '../../../api/types'
import { FilePicker } from '../../../shared/files'
import { sayProblem } from '../../../shared/problems'
import { useMe } from '../../identity'
import { type Step, useChargeStep } from '../api'
import { chargeCopy } from '../copy'
import { EVIDENCE_KINDS, rebutUnits } from '../model'
import styles from './Drawer.module.css'

export type SayAction = 'GIVE_EVIDENCE' | 'REBUT' | 'APPEAL'

interface Values {
  unit?: string
  kind?: LiabilityEvidenceKind
  text: string
}

function toStep(action: SayAction, { unit, kind, text }: Values, attachmentIds: string[]): Step {
  const body = { unit: unit ?? null, text: text.trim(), attachmentIds }
  switch (action) {
    case 'GIVE_EVIDENCE':
      return { step: 'evidence', body: { ...body, kind: kind ?? 'OTHER' } }
    case 'REBUT':
      return { step: 'rebuttal', body }
    case 'APPEAL':
      return { step: 'appeal', body }
  }
}

/** What a unit has to say, with files: evidence, the answer to it, or the appeal. */
export function SayDialog(props: { view: ChargeView; action: SayAction; onDone: () => void }) {
  const { view, action, onDone } = props
  const t = chargeCopy.use()
  const d = t.dialog
  const me = useMe()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<{ ids: string[]; busy: boolean }>({ ids: [], busy: false })
  const step = useChargeStep(view.charge)
  const units = action === 'REBUT' ? rebutUnits(view, me) : view.answersFor
  const alone = units.length === 1 ? units[0]?.code : undefined

  function submit(values: Values) {
    step.mutate(toStep(action, { ...values, unit: values.unit ?? alone }, files.ids), {
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
      okButtonProps={{ disabled: files.busy }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <p className={styles.hint}>{t.hint[action]}</p>
      <Form<Values> form={form} layout="vertical" onFinish={submit}>
        {units.length > 1 && (
          <Form.Item
            name="unit"
            label={d.unit}
            extra={action === 'REBUT' ? d.rebutUnitHint : undefined}
            rules={[{ required: true, message: t.required }]}
          >
            <Select options={units.map((unit) => ({ value: unit.code, label: unit.name }))} />
          </Form.Item>
        )}
        {action === 'GIVE_EVIDENCE' && (
          <Form.Item name="kind" label={d.kind} rules={[{ required: true, message: t.required }]}>
            <Select options={EVIDENCE_KINDS.map((value) => ({ value, label: t.evidenceKinds[value] }))} />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={d.text}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
        </Form.Item>
        <Form.Item label={d.files}>
          <FilePicker
            subject="CHARGE"
            id={view.charge.id}
            onChange={(ids, busy) => setFiles({ ids, busy })}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
