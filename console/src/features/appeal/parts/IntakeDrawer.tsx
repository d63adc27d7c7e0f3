import { App, Button, DatePicker, Drawer, Form, Input, Radio, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useNavigate } from 'react-router'
import { ApiProblem } from '../../../api/problem'
import type { AppealCategory, AppealReason } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayCode, sayProblem } from '../../../shared/problems'
import { toPicker } from '../../../shared/time/picker'
import { useReceiveAppeal } from '../api'
import { appealCopy } from '../copy'
import { appealPath, CATEGORIES, REASONS } from '../model'
import styles from './IntakeDrawer.module.css'

interface Values {
  authorityNumber: string
  office: string
  category: AppealCategory
  reason?: AppealReason
  waybill: string
  complainantRole: 'SENDER' | 'RECIPIENT' | 'OTHER'
  complainantName?: string
  complainantPhone?: string
  content: string
  request: string
  appealedOn?: Dayjs
  forwardedOn: Dayjs
}

/** Types in what the authority wrote; the server says by field what is not acceptable. */
export function IntakeDrawer({ onClose }: { onClose: () => void }) {
  const t = appealCopy.use()
  const f = t.form
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const category = Form.useWatch('category', form)
  const receive = useReceiveAppeal()
  const now = useBusinessNow()
  const later = (day: Dayjs) => day.isAfter(toPicker(now), 'day')
  const required = [{ required: true, whitespace: true, message: t.required }]
  const chosen = [{ required: true, message: t.required }]

  function submit(values: Values) {
    receive.mutate(
      {
        authorityNumber: values.authorityNumber,
        office: values.office,
        jurisdiction: null,
        category: values.category,
        reason: values.reason ?? null,
        waybill: values.waybill,
        complainantRole: values.complainantRole,
        complainantName: values.complainantName ?? null,
        complainantPhone: values.complainantPhone ?? null,
        content: values.content,
        request: values.request,
        appealedOn: values.appealedOn?.format('YYYY-MM-DD') ?? null,
        forwardedOn: values.forwardedOn.format('YYYY-MM-DD'),
        unit: null,
      },
      {
        onSuccess: ({ appeal }) => {
          message.success(f.done(appeal.number))
          onClose()
          void navigate(appealPath(appeal.id))
        },
        onError: (problem) => {
          if (problem instanceof ApiProblem && problem.errors.length > 0) {
            form.setFields(
              problem.errors.map((error) => ({
                name: error.field as keyof Values,
                errors: [sayCode(error.code) ?? error.message],
              })),
            )
          } else {
            message.error(sayProblem(problem))
          }
        },
      },
    )
  }

  return (
    <Drawer
      open
      title={f.title}
      size="min(680px, 100vw)"
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <span>{f.personal}</span>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" loading={receive.isPending} onClick={() => form.submit()}>
            {f.submit}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ complainantRole: 'RECIPIENT', forwardedOn: toPicker(now) }}
      >
        <div className={styles.two}>
          <Form.Item name="authorityNumber" label={f.number} rules={required}>
            <Input autoFocus maxLength={40} />
          </Form.Item>
          <Form.Item name="office" label={f.office} rules={required}>
            <Input maxLength={60} placeholder={f.officeHint} />
          </Form.Item>
          <Form.Item name="forwardedOn" label={f.forwarded} rules={chosen}>
            <DatePicker disabledDate={later} className={styles.wide} />
          </Form.Item>
          <Form.Item name="appealedOn" label={f.appealed}>
            <DatePicker disabledDate={later} className={styles.wide} />
          </Form.Item>
          <Form.Item name="category" label={f.category} rules={chosen}>
            <Select
              options={CATEGORIES.map((value) => ({ value, label: t.categories[value] }))}
              onChange={() => form.setFieldValue('reason', undefined)}
            />
          </Form.Item>
          <Form.Item name="reason" label={f.reason}>
            <Select
              allowClear
              disabled={category === undefined}
              options={(category === undefined ? [] : REASONS[category]).map((value) => ({
                value,
                label: t.reasons[value],
              }))}
            />
          </Form.Item>
          <Form.Item name="waybill" label={f.waybill} rules={required}>
            <Input maxLength={40} className="tabular" />
          </Form.Item>
          <Form.Item name="complainantRole" label={f.role}>
            <Radio.Group
              optionType="button"
              options={(['RECIPIENT', 'SENDER', 'OTHER'] as const).map((value) => ({
                value,
                label: t.role[value],
              }))}
            />
          </Form.Item>
          <Form.Item name="complainantName" label={f.name}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="complainantPhone" label={f.phone}>
            <Input maxLength={30} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="content" label={f.content} rules={required}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="request" label={f.request} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
