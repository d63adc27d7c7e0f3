import { Form, Input, InputNumber, Select } from 'antd'
import { useCan } from '../../identity'
import { sayCalendar, useCalendarChoice, useDeskPeople } from '../api'
import styles from '../ContractsPage.module.css'
import { contractCopy } from '../copy'

const SKILL = /^[A-Z][A-Z_0-9]{1,39}$/

interface Props {
  version: number | null
  /** Those whom the terms name now, so that they have names also where they have left the desk. */
  agents: { id: string; name: string }[]
}

/** What was agreed: how soon, when, by whom. */
export function TermsFields({ version, agents }: Props) {
  const t = contractCopy.use()
  const can = useCan()
  const people = useDeskPeople()
  const calendars = useCalendarChoice(can('calendar.read'))
  const code: string | null = Form.useWatch(['terms', 'calendar'])
  const named = new Map(agents.map((agent) => [agent.id, agent.name]))
  for (const seat of people.data ?? []) named.set(seat.person.id, `${seat.person.name} · ${seat.unit.name}`)
  const known = (calendars.data ?? []).filter((one) => one.code !== 'UNIT')
  const options = known.map((one) => ({ value: one.code, label: sayCalendar(one) }))
  if (code && !known.some((one) => one.code === code)) options.push({ value: code, label: code })
  return (
    <>
      <h3 className={styles.title}>{t.terms}</h3>
      {version !== null && <p className={styles.hint}>{t.termsHint(version)}</p>}
      <div className={styles.pair}>
        <Form.Item name={['terms', 'answerSeconds']} label={t.answer} extra={t.answerHint}>
          <InputNumber min={1} max={604_800} style={{ width: '100%' }} placeholder={t.channelTime} />
        </Form.Item>
        <Form.Item name={['terms', 'calendar']} label={t.calendar} extra={t.calendarHint}>
          <Select allowClear placeholder={t.calendarNone} options={options} />
        </Form.Item>
        <Form.Item
          name={['terms', 'skill']}
          label={t.skill}
          extra={t.skillHint}
          rules={[{ pattern: SKILL, message: t.skillHint }]}
        >
          <Input maxLength={40} placeholder={t.skillNone} />
        </Form.Item>
        <Form.Item name={['terms', 'level']} label={t.level} extra={t.levelHint}>
          <Select
            options={[0, 1, 2, 3, 4, 5].map((value) => ({
              value,
              label: value === 0 ? t.levelNone : t.levelOf(value),
            }))}
          />
        </Form.Item>
        <Form.Item name={['terms', 'agents']} label={t.agents} extra={t.agentsHint}>
          <Select
            mode="multiple"
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            loading={people.isFetching}
            options={[...named].map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name={['terms', 'keepSeconds']} label={t.keep} extra={t.keepHint}>
          <InputNumber min={0} max={3_600} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name={['terms', 'notes']} label={t.notes} extra={t.notesHint}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  )
}
