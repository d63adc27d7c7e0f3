import { Button, Form, Select } from 'antd'
import { Section, UnitName } from '../../../shared/ui'
import { UnitPicker } from '../../../shared/units'
import { useCan } from '../../identity'
import { type CalendarStep, useCalendarUnits } from '../api'
import styles from '../Calendars.module.css'
import { sopCopy } from '../copy'
import type { Calendar } from '../types'

interface Props {
  calendars: Calendar[]
  nameOf: (code: string) => string
  take: (step: CalendarStep, done: string) => void
  busy: boolean
}

const ABOVE = ''

/** Which units keep a calendar of their own, and where that is set. */
export function Keeping({ calendars, nameOf, take, busy }: Props) {
  const t = sopCopy.use().calendars
  const words = sopCopy.use()
  const can = useCan()
  const { data } = useCalendarUnits()
  const [form] = Form.useForm<{ unit: string; calendar: string }>()
  const needed = { required: true, message: words.required }
  return (
    <Section title={t.units}>
      <p className={styles.soft}>{t.unitsHint}</p>
      {data?.length === 0 && <p className={styles.faint}>{t.noUnits}</p>}
      <ul className={styles.list}>
        {data?.map((one) => (
          <li key={one.unit.code}>
            <UnitName unit={one.unit} /> {nameOf(one.calendar)}{' '}
            <span className={styles.faint}>{one.author}</span>
            {can('calendar.write') && (
              <Button
                type="link"
                size="small"
                onClick={() => take({ do: 'keep', unit: one.unit.code, calendar: null }, t.assigned)}
              >
                {t.inherit}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {can('calendar.write') && can('network.read') && (
        <Form
          form={form}
          layout="inline"
          initialValues={{ calendar: ABOVE }}
          onFinish={({ unit, calendar }) =>
            take({ do: 'keep', unit, calendar: calendar === ABOVE ? null : calendar }, t.assigned)
          }
        >
          <Form.Item name="unit" label={t.unit} rules={[needed]} style={{ minWidth: 240 }}>
            <UnitPicker placeholder={t.unit} />
          </Form.Item>
          <Form.Item name="calendar" style={{ minWidth: 150 }}>
            <Select
              aria-label={t.title}
              options={[
                { value: ABOVE, label: t.inherit },
                ...calendars
                  .filter((one) => one.inForce !== null)
                  .map((one) => ({ value: one.code, label: nameOf(one.code) })),
              ]}
            />
          </Form.Item>
          <Button htmlType="submit" loading={busy}>
            {t.assign}
          </Button>
        </Form>
      )}
    </Section>
  )
}
