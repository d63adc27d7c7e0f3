import { Cascader } from 'antd'
import { useMemo } from 'react'
import { useAllDivisions } from '../../network'
import { quoteCopy } from './copy'
import { type Choice, pathOf, treeOf } from './divisions'

interface Props {
  /** Set by the form around it. */
  id?: string
  name: string
  value?: string | null
  onChange?: (code: string | null) => void
  /** After the list of choices closed. */
  onClosed?: () => void
  small?: boolean
}

/** A province, a city or a district of China, by its six-digit code; found by any part of its name. */
export function DivisionPicker({ id, name, value, onChange, onClosed, small = false }: Props) {
  const t = quoteCopy.use()
  const { data, error, isLoading, refetch } = useAllDivisions()
  const tree = useMemo(() => treeOf(data ?? []), [data])
  const path = useMemo(() => pathOf(data ?? [], value ?? null), [data, value])
  return (
    <Cascader<Choice>
      id={id}
      aria-label={name}
      changeOnSelect
      expandTrigger="click"
      size={small ? 'small' : undefined}
      style={{ width: '100%', minWidth: 150 }}
      loading={isLoading}
      placeholder={t.placeHint}
      options={tree}
      value={path}
      showSearch={{
        filter: (typed, found) => found.some((one) => one.label.includes(typed.trim())),
        limit: 30,
      }}
      displayRender={(labels) => labels.join(' ')}
      notFoundContent={error === null ? undefined : t.placesFailed}
      onOpenChange={(open) => {
        if (open && error !== null) void refetch()
        if (!open) onClosed?.()
      }}
      onChange={(chosen) => onChange?.(chosen?.at(-1) ?? null)}
    />
  )
}
