import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input, type InputRef, type MenuProps, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useShortcut } from '../../../shared/keyboard'
import { cx } from '../../../shared/ui'
import { UnitPicker, useUnitName } from '../../../shared/units'
import { useCan } from '../../identity'
import { ticketCopy } from '../copy'
import { type Filters, LEVELS, PHASES, QUICKS, SORTS } from '../filters'
import { pieces, withoutPiece, withPiece } from '../filterText'
import { useKinds } from '../kinds'
import { ConditionDialog } from './ConditionDialog'
import styles from './FilterBar.module.css'
import { useConditionWords } from './useConditionWords'

interface Props {
  filters: Filters
  onChange: (filters: Filters) => void
}

/** Every condition of the list as a chip in words, what more may be asked, the order, and the search. */
export function FilterBar({ filters, onChange }: Props) {
  const t = ticketCopy.use()
  const [adding, setAdding] = useState(false)
  // A search goes through everything within reach; what narrows the list waits until it is over.
  const searching = filters.q !== ''
  const add = (piece: string) => onChange({ ...filters, filter: withPiece(filters.filter, piece) })
  return (
    <div className={styles.bar}>
      <div role="group" aria-label={t.filter.label} className={styles.group}>
        <Chips filters={filters} onChange={onChange} />
        {!searching && <AddFilter filters={filters} onChange={onChange} onMore={() => setAdding(true)} />}
      </div>
      {!searching && <UnitChoice filters={filters} onChange={onChange} />}
      {!searching && (
        <Select
          aria-label={t.sort.label}
          value={filters.sort ?? (filters.phase === 'ENDED' ? 'closed' : 'due')}
          options={SORTS.map((sort) => ({ value: sort, label: t.sort[sort] }))}
          onChange={(sort) => onChange({ ...filters, sort })}
          className={styles.sort}
        />
      )}
      <Search filters={filters} onChange={onChange} />
      {adding && (
        <ConditionDialog
          onAdd={(piece) => {
            add(piece)
            setAdding(false)
          }}
          onCancel={() => setAdding(false)}
        />
      )}
    </div>
  )
}

function Chips({ filters, onChange }: Props) {
  const t = ticketCopy.use()
  const unitName = useUnitName(filters.unit)
  const kinds = useKinds()
  const say = useConditionWords()
  const chips: { key: string; words: string; without: Filters }[] = []
  if (filters.q !== '') {
    return <Chip words={t.filter.q(filters.q)} onRemove={() => onChange({ ...filters, q: '' })} />
  }
  if (filters.view !== 'all') {
    chips.push({ key: 'view', words: t.view[filters.view], without: { ...filters, view: 'all' } })
  }
  if (filters.quick !== null) {
    chips.push({ key: 'quick', words: t.quick[filters.quick], without: { ...filters, quick: null } })
  }
  if (filters.phase !== null) {
    const words = t.filter.state(t.phase[filters.phase])
    chips.push({ key: 'phase', words, without: { ...filters, phase: null } })
  }
  if (filters.level !== null) {
    const words = t.filter.level(t.level[filters.level])
    chips.push({ key: 'level', words, without: { ...filters, level: null } })
  }
  if (filters.kind !== null) {
    const words = t.filter.kind(kinds.name(filters.kind))
    chips.push({ key: 'kind', words, without: { ...filters, kind: null } })
  }
  if (filters.unit !== null) {
    chips.push({ key: 'unit', words: t.filter.unit(unitName), without: { ...filters, unit: null } })
  }
  for (const piece of pieces(filters.filter)) {
    const without = { ...filters, filter: withoutPiece(filters.filter, piece) }
    chips.push({ key: piece, words: say(piece), without })
  }
  return chips.map((chip) => (
    <Chip key={chip.key} words={chip.words} onRemove={() => onChange(chip.without)} />
  ))
}

function Chip({ words, onRemove }: { words: string; onRemove: () => void }) {
  const t = ticketCopy.use()
  return (
    <button
      type="button"
      className={cx(styles.choice, styles.on)}
      aria-label={t.filter.remove(words)}
      onClick={onRemove}
    >
      {words} <CloseOutlined />
    </button>
  )
}

function AddFilter({ filters, onChange, onMore }: Props & { onMore: () => void }) {
  const t = ticketCopy.use()
  const kinds = useKinds()
  const items: MenuProps['items'] = [
    ...QUICKS.map((quick) => ({
      key: `quick-${quick}`,
      label: t.quick[quick],
      onClick: () => onChange({ ...filters, quick }),
    })),
    { type: 'divider' },
    ...PHASES.map((phase) => ({
      key: `phase-${phase}`,
      label: t.filter.state(t.phase[phase]),
      onClick: () => onChange({ ...filters, phase }),
    })),
    { type: 'divider' },
    ...LEVELS.map((level) => ({
      key: `level-${level}`,
      label: t.filter.level(t.level[level]),
      onClick: () => onChange({ ...filters, level }),
    })),
    { type: 'divider' },
    {
      key: 'kinds',
      label: t.column.kind,
      children: kinds.mains.map((kind) => ({
        key: `kind-${kind.code}`,
        label: kind.name,
        onClick: () => onChange({ ...filters, kind: kind.code }),
      })),
    },
    { type: 'divider' },
    { key: 'more', label: t.condition.more, onClick: onMore },
  ]
  return (
    <Dropdown menu={{ items, style: { maxHeight: '70vh', overflowY: 'auto' } }} trigger={['click']}>
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
  const input = useRef<InputRef>(null)
  useEffect(() => setText(filters.q), [filters.q])
  useShortcut('s', t.search.label, () => input.current?.focus())
  return (
    <Input.Search
      ref={input}
      allowClear
      value={text}
      maxLength={100}
      placeholder={t.search.placeholder}
      aria-label={t.search.label}
      className={styles.search}
      onChange={(event) => setText(event.target.value)}
      onSearch={(value) => onChange({ ...filters, q: value.trim() })}
    />
  )
}
