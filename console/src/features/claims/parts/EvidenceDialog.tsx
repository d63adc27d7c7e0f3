import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ClaimEvidence, ClaimRow } from '../../../api/types'
import { FilePicker } from '../../../shared/files'
import { sayProblem } from '../../../shared/problems'
import { useClaimStep } from '../api'
import { claimCopy } from '../copy'
import { SHOWN_BY_FILES } from '../model'

interface Values {
  evidence?: ClaimEvidence
  words?: string
}

/** Adds what a customer sent by another way, such as photos in a conversation, and says what it shows. */
export function EvidenceDialog({ claim, onDone }: { claim: ClaimRow; onDone: () => void }) {
  const t = claimCopy.use()
  const d = t.dialog
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<{ ids: string[]; busy: boolean }>({ ids: [], busy: false })
  const step = useClaimStep(claim)
  const needed = files.ids.length > 0

  function submit({ evidence, words }: Values) {
    const shown = evidence !== undefined && needed ? [{ evidence, files: files.ids }] : []
    step.mutate(
      { step: 'evidence', body: { shown, words: words?.trim() || null } },
      {
        onSuccess: () => {
          message.success(t.done)
          onDone()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Modal
      open
      title={t.action.EVIDENCE}
      okText={t.confirm}
      cancelText={t.cancel}
      okButtonProps={{ disabled: files.busy }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form<Values> form={form} layout="vertical" onFinish={submit}>
        <Form.Item label={t.files}>
          <FilePicker subject="CLAIM" id={claim.id} onChange={(ids, busy) => setFiles({ ids, busy })} />
        </Form.Item>
        <Form.Item
          name="evidence"
          label={d.shows}
          extra={d.showsHint}
          rules={[{ required: needed, message: t.required }]}
        >
          <Select allowClear options={SHOWN_BY_FILES.map((value) => ({ value, label: t.evidence[value] }))} />
        </Form.Item>
        <Form.Item
          name="words"
          label={d.words}
          rules={needed ? [] : [{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
