import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { ticketCopy } from '../copy'
import { LEVELS, PHASES } from '../filters'
import { BARE_OPS, FIELDS, pieceOf } from '../filterText'
import { useKinds } from '../kinds'
import { ANSWER_KINDS, URGENT_REASONS } from '../model'

interface Props {
  onAdd: (piece: string) => void
  onCancel: () => void
}

/** One more condition: a field, how to compare it, and with what. */
export function ConditionDialog({ onAdd, onCancel }: Props) {
  const t = ticketCopy.use()
  const [field, setField] = useState('dueAt')
  const [op, setOp] = useState('before')
  const [values, setValues] = useState<string[]>([])
  const shape = FIELDS[field]
  const fields: Record<string, string> = t.condition.field
  const ops: Record<string, string> = t.condition.op
  const bare = BARE_OPS.includes(op)
  const ready = bare || values.some((value) => value !== '')
  return (
    <Modal
      open
      title={t.condition.more}
      okText={t.condition.add}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready }}
      onOk={() => onAdd(pieceOf({ field, op, values: bare ? [] : values }))}
      onCancel={onCancel}
      width={420}
    >
      <Form layout="vertical">
        <Form.Item label={t.condition.whichField}>
          <Select
            autoFocus
            value={field}
            options={Object.keys(FIELDS).map((name) => ({ value: name, label: fields[name] ?? name }))}
            onChange={(name) => {
              setField(name)
              setOp(FIELDS[name]?.ops[0] ?? 'is')
              setValues(FIELDS[name]?.kind === 'flag' ? ['true'] : [])
            }}
          />
        </Form.Item>
        <Form.Item label={t.condition.how}>
          <Select
            value={op}
            options={shape?.ops.map((name) => ({ value: name, label: ops[name] ?? name })) ?? []}
            onChange={setOp}
          />
        </Form.Item>
        {!bare && shape !== undefined && (
          <Form.Item
            label={t.condition.what}
            extra={shape.kind === 'time' ? t.condition.timeHint : undefined}
          >
            <Value key={field} field={field} kind={shape.kind} values={values} onChange={setValues} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

function Value({
  field,
  kind,
  values,
  onChange,
}: {
  field: string
  kind: string
  values: string[]
  onChange: (values: string[]) => void
}) {
  const t = ticketCopy.use()
  const kinds = useKinds()
  const choices: Record<string, { all: readonly string[]; words: Record<string, string> }> = {
    state: { all: Object.keys(t.state), words: t.state },
    phase: { all: PHASES, words: t.phase },
    level: { all: LEVELS, words: t.level },
    kind: {
      all: kinds.all.map((entry) => entry.code),
      words: Object.fromEntries(kinds.all.map((entry) => [entry.code, entry.name])),
    },
    urgentReason: { all: URGENT_REASONS, words: t.urgentReason },
    answer: { all: ANSWER_KINDS, words: t.answer },
    closeReason: { all: Object.keys(t.closeReason), words: t.closeReason },
  }
  const choice = choices[field]
  if (choice !== undefined) {
    const options = choice.all.map((value) => ({ value, label: choice.words[value] ?? value }))
    return <Select mode="multiple" value={values} options={options} onChange={onChange} />
  }
  if (kind === 'flag') {
    const options = [
      { value: 'true', label: t.condition.yes },
      { value: 'false', label: t.condition.noWord },
    ]
    return <Select value={values[0]} options={options} onChange={(value) => onChange([value])} />
  }
  if (kind === 'number') {
    return (
      <InputNumber min={0} max={9999} onChange={(value) => onChange(value === null ? [] : [String(value)])} />
    )
  }
  if (kind === 'person') {
    return (
      <Select
        value={values[0]}
        options={[{ value: 'me', label: t.condition.me }]}
        onChange={(v) => onChange([v])}
      />
    )
  }
  if (kind === 'unit') {
    return (
      <Select
        value={values[0]}
        options={[{ value: 'mine', label: t.condition.mine }]}
        onChange={(v) => onChange([v])}
      />
    )
  }
  const times = ['-7d', '-1d', '-2h', 'now', '+30m', '+2h', '+1d']
  if (kind === 'time') {
    const units: Record<string, string> = t.condition.unit
    const say = (time: string) =>
      time === 'now'
        ? t.condition.now
        : (time.startsWith('+') ? t.condition.fromNow : t.condition.ago)(
            `${time.slice(1, -1)} ${units[time.slice(-1)] ?? ''}`,
          )
    const options = times.map((time) => ({ value: time, label: say(time) }))
    return <Select value={values[0]} options={options} onChange={(value) => onChange([value])} />
  }
  return <Input maxLength={100} onChange={(event) => onChange([event.target.value.trim()])} />
}
