import { App, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import type { LaneClass, LimitRow, Stage } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { parcelCopy } from '../../parcel'
import { useProposeLimit } from '../api'
import { watchCopy } from '../copy'
import { LANES } from '../model'
import { ProvincePicker } from './ProvincePicker'

const LONGEST_HOURS = 1440
const ANY = 'ANY'

export interface Start {
  stage?: Stage
  laneClass?: LaneClass | null
}

interface Values {
  by: 'class' | 'lane'
  stage: Stage
  laneClass: LaneClass | typeof ANY
  from?: string
  to?: string
  hours: number
  reason: string
}

/** A limit that a person proposes, with the reason; it is tried on last week's scans at once. */
export function LimitForm({ start, rows, onClose }: { start: Start; rows: LimitRow[]; onClose: () => void }) {
  const t = watchCopy.use()
  const parcel = parcelCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const by = Form.useWatch('by', form) ?? 'class'
  const save = useProposeLimit()
  const needed = { required: true, message: t.required }

  function submit({ stage, laneClass, from, to, hours, reason }: Values) {
    const lane =
      by === 'lane'
        ? { fromDivision: from, toDivision: to }
        : { laneClass: laneClass === ANY ? undefined : laneClass }
    save.mutate(
      { stage, ...lane, hours, reason: reason.trim() },
      {
        onSuccess: () => {
          message.success(t.saved)
          onClose()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Modal
      open
      title={t.setTitle}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t.setHint}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ by: 'class', stage: start.stage ?? 'DEPARTED', laneClass: start.laneClass ?? ANY }}
      >
        <Form.Item name="stage" label={t.stage} rules={[needed]}>
          <Select
            options={[...new Set(rows.map((row) => row.stage))].map((stage) => ({
              value: stage,
              label: parcel.stage[stage],
            }))}
          />
        </Form.Item>
        <Form.Item name="by" label={t.which}>
          <Radio.Group
            options={[
              { value: 'class', label: t.byClass },
              { value: 'lane', label: t.byLane },
            ]}
          />
        </Form.Item>
        {by === 'class' ? (
          <Form.Item name="laneClass" label={t.laneClass} rules={[needed]}>
            <Select
              options={[
                { value: ANY, label: t.anyLane },
                ...LANES.map((lane) => ({ value: lane, label: parcel.lane[lane] })),
              ]}
            />
          </Form.Item>
        ) : (
          <>
            <Form.Item name="from" label={t.from} rules={[needed]}>
              <ProvincePicker label={t.from} />
            </Form.Item>
            <Form.Item name="to" label={t.to} rules={[needed]}>
              <ProvincePicker label={t.to} />
            </Form.Item>
          </>
        )}
        <Form.Item name="hours" label={t.hours} rules={[needed]}>
          <InputNumber min={1} max={LONGEST_HOURS} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.reason}
          extra={t.reasonHint}
          rules={[{ ...needed, whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
