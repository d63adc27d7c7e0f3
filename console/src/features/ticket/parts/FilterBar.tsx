import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input, type MenuProps } from 'antd'
import { useEffect, useState } from 'react'
import { sayNumber } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { UnitPicker, useUnitName } from '../../../shared/units'
import { useCan } from '../../identity'
import { useTicketCounts } from '../api'
import { ticketCopy } from '../copy'
import {
  countOf,
  type Filters,
  LEVELS,
  QUICKS,
  type Quick,
  STATES,
  TICKET_KINDS,
  VIEWS,
  type View,
} from '../filters'
import styles from './FilterBar.module.css'

interface Props {
  filters: Filters
  onChange: (filters: Filters) => void
}

/** Views with live counts, then every condition as a chip in words. */
export function FilterBar({ filters, onChange }: Props) {
  const t = ticketCopy.use()
  return (
    <div className={styles.bar}>
      <div role="group" aria-label={t.views} className={styles.group}>
        {VIEWS.map((view) => (
          <Choice
            key={view}
            name={view}
            on={filters.view === view}
            label={t.view[view]}
            onPick={() => onChange({ ...filters, view })}
          />
        ))}
      </div>
      <div role="group" aria-label={t.filter.label} className={styles.group}>
        <Chips filters={filters} onChange={onChange} />
        {QUICKS.map((quick) => (
          <Choice
            key={quick}
            name={quick}
            on={filters.quick === quick}
            label={t.quick[quick]}
            onPick={() => onChange({ ...filters, quick: filters.quick === quick ? null : quick })}
          />
        ))}
        <AddFilter filters={filters} onChange={onChange} />
      </div>
      <UnitChoice filters={filters} onChange={onChange} />
      <Search filters={filters} onChange={onChange} />
    </div>
  )
}

function Choice({
  name,
  on,
  label,
  onPick,
}: {
  name: View | Quick
  on: boolean
  label: string
  onPick: () => void
}) {
  const count = countOf(useTicketCounts().data, name)
  return (
    <button type="button" aria-pressed={on} className={cx(styles.choice, on && styles.on)} onClick={onPick}>
      {label}
      {count !== null && <span className="tabular">{sayNumber(count)}</span>}
    </button>
  )
}

function Chips({ filters, onChange }: Props) {
  const t = ticketCopy.use()
  const unitName = useUnitName(filters.unit)
  const chips: { key: 'state' | 'level' | 'kind' | 'unit'; words: string }[] = []
  if (filters.state !== null) chips.push({ key: 'state', words: t.filter.state(t.state[filters.state]) })
  if (filters.level !== null) chips.push({ key: 'level', words: t.filter.level(t.level[filters.level]) })
  if (filters.kind !== null) chips.push({ key: 'kind', words: t.filter.kind(t.kind[filters.kind]) })
  if (filters.unit !== null) chips.push({ key: 'unit', words: t.filter.unit(unitName) })
  return chips.map((chip) => (
    <button
      key={chip.key}
      type="button"
      className={cx(styles.choice, styles.on)}
      aria-label={t.filter.remove(chip.words)}
      onClick={() => onChange({ ...filters, [chip.key]: null })}
    >
      {chip.words} <CloseOutlined />
    </button>
  ))
}

function AddFilter({ filters, onChange }: Props) {
  const t = ticketCopy.use()
  const items: MenuProps['items'] = [
    ...STATES.map((state) => ({
      key: `state-${state}`,
      label: t.filter.state(t.state[state]),
      onClick: () => onChange({ ...filters, state }),
    })),
    { type: 'divider' },
    ...LEVELS.map((level) => ({
      key: `level-${level}`,
      label: t.filter.level(t.level[level]),
      onClick: () => onChange({ ...filters, level }),
    })),
    { type: 'divider' },
    ...TICKET_KINDS.map((kind) => ({
      key: `kind-${kind}`,
      label: t.filter.kind(t.kind[kind]),
      onClick: () => onChange({ ...filters, kind }),
    })),
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="small" type="text" icon={<PlusOutlined />}>
        {t.filter.add}
      </Button>
    </Dropdown>
  )
}

function UnitChoice({ filters, onChange }: Props) {
  const t = ticketCopy.use()
  const can = useCan()
  return can('network.read') ? (
    <div className={styles.unit}>
      <UnitPicker placeholder={t.filter.chooseUnit} onChange={(unit) => onChange({ ...filters, unit })} />
    </div>
  ) : null
}

function Search({ filters, onChange }: Props) {
  const t = ticketCopy.use()
  const [text, setText] = useState(filters.q)
  useEffect(() => setText(filters.q), [filters.q])
  return (
    <Input.Search
      allowClear
      value={text}
      placeholder={t.filter.search}
      aria-label={t.filter.search}
      className={styles.search}
      onChange={(event) => setText(event.target.value)}
      onSearch={(value) => onChange({ ...filters, q: value.trim() })}
    />
  )
}
