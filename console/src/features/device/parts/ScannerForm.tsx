import { App, DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ApiProblem } from '../../../api/problem'
import type { UnitRef } from '../../../api/types'
import { sayCode, sayProblem } from '../../../shared/problems'
import { UnitPicker } from '../../../shared/units'
import { type Device, useSaveDevice } from '../api'
import { deviceCopy } from '../copy'

interface Typed {
  code: string
  model: string
  firmware?: string
  inService?: Dayjs | null
  unit: string
  state: Device['state']
}

interface Props {
  /** Null asks for it. */
  code: string | null
  /** As the register has it; null registers it. */
  known: Device | null
  /** Where a scanner that is not registered was seen. */
  unit?: UnitRef | null
  onDone: () => void
}

/** Registers a scanner, or changes what the register says. */
export function ScannerForm({ code, known, unit = null, onDone }: Props) {
  const t = deviceCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const save = useSaveDevice()
  const required = [{ required: true, whitespace: true, message: t.required }]
  const owner = known?.owner ?? unit

  function send(typed: Typed) {
    save.mutate(
      {
        code: typed.code.trim(),
        body: {
          model: typed.model.trim(),
          firmware: typed.firmware?.trim() || null,
          inService: typed.inService?.format('YYYY-MM-DD') ?? null,
          unit: typed.unit,
          state: typed.state,
          version: known?.version ?? 0,
        },
      },
      {
        onSuccess: () => {
          message.success(t.saved)
          onDone()
        },
        onError: (problem) => {
          form.setFields(
            (problem instanceof ApiProblem ? problem.errors : []).map((wrong) => ({
              name: wrong.field as keyof Typed,
              errors: [sayCode(wrong.code) ?? wrong.message],
            })),
          )
          message.error(sayProblem(problem))
        },
      },
    )
  }

  return (
    <Modal
      open
      title={known === null ? t.register : t.editTitle(known.code)}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{
          code: code ?? '',
          model: known?.model ?? '',
          firmware: known?.firmware ?? '',
          inService: known?.inService ? dayjs(known.inService) : null,
          unit: owner?.code,
          state: known?.state ?? 'IN_USE',
        }}
        onFinish={send}
      >
        <Form.Item name="code" label={t.column.code} rules={required}>
          <Input disabled={code !== null} maxLength={64} />
        </Form.Item>
        <Form.Item name="model" label={t.column.model} rules={required}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="firmware" label={t.firmware}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="inService" label={t.inService}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="unit" label={t.owner} rules={required}>
          <UnitPicker placeholder={t.owner} known={owner} />
        </Form.Item>
        <Form.Item name="state" label={t.state} extra={known === null ? undefined : t.outOfUseHint}>
          <Select
            options={(['IN_USE', 'REPLACED', 'RETIRED'] as const).map((value) => ({
              value,
              label: t.states[value],
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
