import { Button, Checkbox, DatePicker, Drawer, Form, Input, Select, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { CalendarStep } from '../api'
import styles from '../Calendars.module.css'
import { sopCopy } from '../copy'
import type { Calendar, CalendarBody, ShiftHours, Weekday } from '../types'

const DAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

interface Shift {
  from?: Dayjs
  until?: Dayjs
}

interface Values {
  code?: string
  nameZh?: string
  nameEn?: string
  source: string
  week: Record<Weekday, Shift[]>
  closedOnHolidays: boolean
  makeUpDaysLike?: Weekday
  exceptions: { date?: Dayjs; reason?: string; shifts: Shift[] }[]
}

interface Props {
  /** Null for a new one. */
  calendar: Calendar | null
  saving: boolean
  onSave: (step: CalendarStep) => void
  onClose: () => void
}

/** The hours of a calendar, written down as a new version. */
export function HoursDrawer({ calendar, saving, onSave, onClose }: Props) {
  const t = sopCopy.use().calendars
  const words = sopCopy.use()
  const [form] = Form.useForm<Values>()
  const needed = { required: true, message: words.required }

  function submit(values: Values) {
    const body = bodyOf(values)
    onSave(
      calendar === null
        ? {
            do: 'begin',
            calendar: {
              code: values.code ?? '',
              nameZh: values.nameZh ?? '',
              nameEn: values.nameEn ?? '',
              effectiveFrom: null,
              source: values.source,
              body,
            },
          }
        : { do: 'propose', code: calendar.code, source: values.source, body },
    )
  }

  return (
    <Drawer
      open
      size="min(560px, 100vw)"
      title={calendar === null ? t.newTitle : t.changeTitle(calendar.nameZh)}
      onClose={onClose}
      footer={
        <Button type="primary" loading={saving} onClick={() => form.submit()}>
          {t.propose}
        </Button>
      }
    >
      <p className={styles.soft}>{t.changeHint}</p>
      <Form<Values> form={form} layout="vertical" initialValues={valuesOf(calendar)} onFinish={submit}>
        {calendar === null && (
          <>
            <Form.Item
              name="code"
              label={words.code}
              rules={[needed, { pattern: /^[A-Za-z0-9._-]{1,64}$/, message: 'a-z 0-9 . _ -' }]}
            >
              <Input />
            </Form.Item>
            <Form.Item name="nameZh" label={words.nameZh} rules={[needed]}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="nameEn" label={words.nameEn} rules={[needed]}>
              <Input maxLength={80} />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="source"
          label={t.source}
          extra={t.sourceHint}
          rules={[{ ...needed, whitespace: true }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        {DAYS.map((day) => (
          <Form.Item key={day} label={t.days[day]}>
            <Shifts name={['week', day]} />
          </Form.Item>
        ))}
        <Form.Item name="closedOnHolidays" valuePropName="checked">
          <Checkbox>{t.closedOnHolidays}</Checkbox>
        </Form.Item>
        <Form.Item name="makeUpDaysLike" label={t.makeUpDaysLike}>
          <Select
            allowClear
            placeholder={t.asItIs}
            options={DAYS.map((day) => ({ value: day, label: t.days[day] }))}
          />
        </Form.Item>
        <Form.Item label={t.exceptions}>
          <Form.List name="exceptions">
            {(rows, { add, remove }) => (
              <>
                {rows.map((row) => (
                  <div key={row.key} className={styles.entry}>
                    <Form.Item name={[row.name, 'date']} noStyle rules={[needed]}>
                      <DatePicker aria-label={t.date} />
                    </Form.Item>
                    <Form.Item name={[row.name, 'reason']} noStyle rules={[needed]}>
                      <Input
                        placeholder={t.reason}
                        aria-label={t.reason}
                        style={{ width: 150 }}
                        maxLength={100}
                      />
                    </Form.Item>
                    <Shifts name={[row.name, 'shifts']} />
                    <Button type="text" onClick={() => remove(row.name)}>
                      ✕
                    </Button>
                  </div>
                ))}
                <Button size="small" onClick={() => add({ shifts: [] })}>
                  {t.addException}
                </Button>
              </>
            )}
          </Form.List>
        </Form.Item>
      </Form>
    </Drawer>
  )
}

function Shifts({ name }: { name: (string | number)[] }) {
  const t = sopCopy.use().calendars
  const words = sopCopy.use()
  const needed = { required: true, message: words.required }
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <div key={row.key} className={styles.entry}>
              <Form.Item name={[row.name, 'from']} noStyle rules={[needed]}>
                <TimePicker format="HH:mm" aria-label={t.from} needConfirm={false} />
              </Form.Item>
              –
              <Form.Item name={[row.name, 'until']} noStyle rules={[needed]}>
                <TimePicker format="HH:mm" aria-label={t.until} needConfirm={false} />
              </Form.Item>
              <Button type="text" onClick={() => remove(row.name)}>
                ✕
              </Button>
            </div>
          ))}
          {rows.length === 0 && <span className={styles.faint}>{t.off} </span>}
          <Button size="small" type="link" onClick={() => add({})}>
            {t.addShift}
          </Button>
        </>
      )}
    </Form.List>
  )
}

function valuesOf(calendar: Calendar | null): Values {
  const body = calendar?.inForce?.body ?? calendar?.underWay[0]?.body
  const shifts = (hours: ShiftHours[] = []) =>
    hours.map(({ from, until }) => ({ from: time(from), until: time(until) }))
  const weekOf = (day: Weekday) => shifts(body?.week.find((one) => one.day === day)?.shifts)
  return {
    source: '',
    week: Object.fromEntries(DAYS.map((day) => [day, weekOf(day)])) as Values['week'],
    closedOnHolidays: body?.closedOnHolidays ?? true,
    makeUpDaysLike: body?.makeUpDaysLike ?? undefined,
    exceptions:
      body?.exceptions.map((one) => ({
        date: dayjs(one.date),
        reason: one.reason,
        shifts: shifts(one.shifts),
      })) ?? [],
  }
}

function bodyOf(values: Values): CalendarBody {
  const shifts = (rows: Shift[] = []) =>
    rows.map(({ from, until }) => ({
      from: from?.format('HH:mm') ?? '00:00',
      until: until?.format('HH:mm') ?? '00:00',
    }))
  return {
    week: DAYS.map((day) => ({ day, shifts: shifts(values.week[day]) })).filter(
      (day) => day.shifts.length > 0,
    ),
    closedOnHolidays: values.closedOnHolidays,
    makeUpDaysLike: values.makeUpDaysLike ?? null,
    exceptions: (values.exceptions ?? []).map((one) => ({
      date: one.date?.format('YYYY-MM-DD') ?? '',
      reason: one.reason ?? '',
      shifts: shifts(one.shifts),
    })),
  }
}

function time(text: string): Dayjs {
  return dayjs(`2000-01-01T${text.slice(0, 5)}`)
}
