import { Button, DatePicker, Drawer, Form, Input, InputNumber } from 'antd'
import type { Dayjs } from 'dayjs'
import styles from '../Calendars.module.css'
import { sopCopy } from '../copy'

interface Values {
  year: number
  source: string
  holidays: { name?: string; days?: [Dayjs, Dayjs] }[]
  makeUpDays?: Dayjs[]
}

interface Props {
  next: number
  saving: boolean
  onSave: (text: string) => void
  onClose: () => void
}

/** A year of holidays as the State Council's notice names them. */
export function HolidayDrawer({ next, saving, onSave, onClose }: Props) {
  const t = sopCopy.use().calendars
  const words = sopCopy.use()
  const [form] = Form.useForm<Values>()
  const needed = { required: true, message: words.required }
  return (
    <Drawer
      open
      size="min(560px, 100vw)"
      title={t.enterTitle}
      onClose={onClose}
      footer={
        <Button type="primary" loading={saving} onClick={() => form.submit()}>
          {words.save}
        </Button>
      }
    >
      <p className={styles.soft}>{t.enterHint}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ year: next, holidays: [{}] }}
        onFinish={(values) => onSave(textOf(values))}
      >
        <Form.Item name="year" label={t.yearLabel} rules={[needed]}>
          <InputNumber min={2022} max={2999} />
        </Form.Item>
        <Form.Item name="source" label={t.noticeNumber} rules={[{ ...needed, whitespace: true }]}>
          <Input placeholder="国办发明电〔2025〕7号" maxLength={100} />
        </Form.Item>
        <Form.Item label={t.holiday} required>
          <Form.List name="holidays">
            {(rows, { add, remove }) => (
              <>
                {rows.map((row) => (
                  <div key={row.key} className={styles.entry}>
                    <Form.Item name={[row.name, 'name']} noStyle rules={[needed]}>
                      <Input
                        style={{ width: 130 }}
                        placeholder={t.holidayName}
                        aria-label={t.holidayName}
                        maxLength={20}
                      />
                    </Form.Item>
                    <Form.Item name={[row.name, 'days']} noStyle rules={[needed]}>
                      <DatePicker.RangePicker placeholder={[t.firstDay, t.lastDay]} />
                    </Form.Item>
                    <Button type="text" onClick={() => remove(row.name)}>
                      ✕
                    </Button>
                  </div>
                ))}
                <Button size="small" onClick={() => add({})}>
                  {t.addHoliday}
                </Button>
              </>
            )}
          </Form.List>
        </Form.Item>
        <Form.Item name="makeUpDays" label={t.makeUpDays}>
          <DatePicker multiple maxTagCount="responsive" style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

/** The lines that the platform reads; commas would begin another cell. */
function textOf({ year, source, holidays, makeUpDays }: Values): string {
  const plain = (text: string | undefined) => (text ?? '').trim().replaceAll(',', '，')
  const day = (date: Dayjs | undefined) => date?.format('YYYY-MM-DD') ?? ''
  return [
    `year,${year}`,
    `source,${plain(source)}`,
    ...holidays.map((one) => `off,${plain(one.name)},${day(one.days?.[0])},${day(one.days?.[1])}`),
    ...(makeUpDays ?? []).map((date) => `work,调休,${day(date)}`),
  ].join('\n')
}
