import { Alert, App, Button, Drawer, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { ClaimKind } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useEnterClaim } from '../api'
import { claimCopy } from '../copy'
import { KINDS } from '../model'
import styles from './Drawer.module.css'
import { freshFacts } from './factsValues'
import { fenOf, MoneyField } from './MoneyField'
import { sayFieldErrors } from './sayFieldErrors'

interface Values {
  waybill: string
  sender: boolean
  kind: ClaimKind
  value?: string
  goods?: string
  story?: string
}

interface Props {
  /** What it is about, where that is known already. */
  waybill: string
  onClose: () => void
  /** Shows that claim instead. */
  onOpen: (id: string) => void
}

const FIELDS = ['waybill', 'sender', 'goods', 'story'] as const

/** Writes a claim down for a customer on the phone; where there is one already, shows the way to it. */
export function EnterDrawer({ waybill, onClose, onOpen }: Props) {
  const t = claimCopy.use()
  const e = t.enter
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [other, setOther] = useState<string | null>(null)
  const enter = useEnterClaim()
  const required = [{ required: true, whitespace: true, message: t.required }]

  function submit(values: Values) {
    enter.mutate(
      {
        waybill: values.waybill.trim(),
        sender: values.sender,
        what: freshFacts(values.kind, fenOf(values.value)),
        goods: values.goods?.trim() || null,
        story: values.story?.trim() || null,
      },
      {
        onSuccess: ({ row }) => {
          message.success(e.done(row.number))
          onOpen(row.id)
        },
        onError: (problem) => {
          const claim = problem instanceof ApiProblem ? problem.more.claim : undefined
          setOther(typeof claim === 'string' ? claim : null)
          const said = sayFieldErrors(problem, FIELDS)
          if (said === null) message.error(sayProblem(problem))
          else form.setFields(said)
        },
      },
    )
  }

  return (
    <Drawer
      open
      title={e.title}
      size="min(560px, 100vw)"
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" loading={enter.isPending} onClick={() => form.submit()}>
            {e.submit}
          </Button>
        </div>
      }
    >
      <p className={styles.faint}>{e.hint}</p>
      {other !== null && (
        <Alert
          type="warning"
          title={sayProblem(enter.error)}
          action={<Button onClick={() => onOpen(other)}>{e.see}</Button>}
        />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ waybill, sender: true, kind: 'LOSS' }}
      >
        <Form.Item name="waybill" label={e.waybill} rules={required}>
          <Input autoFocus={waybill === ''} maxLength={40} className="tabular" />
        </Form.Item>
        <Form.Item name="sender" label={e.party}>
          <Radio.Group
            optionType="button"
            options={[
              { value: true, label: t.claimant.sender },
              { value: false, label: t.claimant.recipient },
            ]}
          />
        </Form.Item>
        <Form.Item name="kind" label={t.kind}>
          <Select options={KINDS.map((value) => ({ value, label: t.kinds[value] }))} />
        </Form.Item>
        <MoneyField name="value" label={e.value} />
        <Form.Item name="goods" label={e.goods}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="story" label={e.story}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
