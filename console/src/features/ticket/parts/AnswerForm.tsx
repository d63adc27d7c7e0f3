import { App, Button, DatePicker, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useCallback, useState } from 'react'
import type { AnswerKind, TicketRow, TicketView } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { fromPicker, toPicker } from '../../../shared/time/picker'
import { UnitPicker } from '../../../shared/units'
import { useTicketStep } from '../api'
import { ticketCopy } from '../copy'
import { answerKinds, needsUntil } from '../model'
import styles from './AnswerForm.module.css'
import { PhotoPicker } from './PhotoPicker'

interface Values {
  kind: AnswerKind
  remark: string
  until?: Dayjs
  misdirectedTo?: string
}

/** What the responsible unit found: one choice, what that choice needs, a sentence, photos. */
export function AnswerForm({
  ticket,
  onAnswered,
}: {
  ticket: TicketRow
  onAnswered: (view: TicketView) => void
}) {
  const t = ticketCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form)
  const [photos, setPhotos] = useState<{ ids: string[]; busy: boolean }>({ ids: [], busy: false })
  const onPhotos = useCallback((ids: string[], busy: boolean) => setPhotos({ ids, busy }), [])
  const step = useTicketStep(ticket)

  function submit(values: Values) {
    step.mutate(
      {
        step: 'answer',
        answer: {
          kind: values.kind,
          remark: values.remark.trim(),
          until: needsUntil(values.kind) && values.until ? fromPicker(values.until) : undefined,
          misdirectedTo: values.kind === 'MISDIRECTED' ? values.misdirectedTo : undefined,
          photoIds: photos.ids.length > 0 ? photos.ids : undefined,
        },
      },
      {
        onSuccess: (view) => {
          message.success(t.sent)
          form.resetFields()
          onAnswered(view)
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Form<Values> form={form} layout="vertical" onFinish={submit}>
      <Form.Item name="kind" label={t.answerTitle} rules={[{ required: true, message: t.required }]}>
        <Radio.Group className={styles.kinds}>
          {answerKinds(ticket).map((value) => (
            <Radio key={value} value={value} className={styles.kind}>
              <strong>{t.answer[value]}</strong>
              <small>{t.answerHint[value]}</small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {kind !== undefined && needsUntil(kind) && (
        <Form.Item name="until" label={t.untilLabel[kind]} rules={[{ required: true, message: t.required }]}>
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            showNow={false}
            defaultPickerValue={toPicker(businessNow())}
            disabledDate={(day) => day.isBefore(toPicker(businessNow()), 'day')}
            presets={[2, 4, 24].map((hours) => ({
              label: `+${hours} h`,
              value: () => dayjs(toPicker(businessNow())).add(hours, 'hour'),
            }))}
            style={{ width: '100%' }}
          />
        </Form.Item>
      )}
      {kind === 'MISDIRECTED' && (
        <Form.Item
          name="misdirectedTo"
          label={t.misdirectedLabel}
          rules={[{ required: true, message: t.required }]}
        >
          <UnitPicker placeholder={t.misdirectedHint} />
        </Form.Item>
      )}
      <Form.Item
        name="remark"
        label={t.remark}
        rules={[{ required: true, whitespace: true, message: t.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder={t.remarkHint} />
      </Form.Item>
      <Form.Item label={t.photos}>
        <PhotoPicker ticketId={ticket.id} onChange={onPhotos} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={step.isPending || photos.busy}>
        {t.send}
      </Button>
    </Form>
  )
}
