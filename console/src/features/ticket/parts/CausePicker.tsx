import { Button, Cascader } from 'antd'
import { useCauses } from '../causes'
import { caseCopy } from '../copy'

interface Props {
  value?: string
  onChange?: (code: string | undefined) => void
  id?: string
  /** The cause that the ticket has already. */
  kept: string | null
}

/** Chooses a root cause in two steps or by a part of its name; the value is its code. */
export function CausePicker({ value, onChange, id, kept }: Props) {
  const t = caseCopy.use()
  const causes = useCauses()
  return (
    <Cascader
      id={id}
      options={causes.tree(kept)}
      loading={causes.isPending}
      value={value === undefined ? [] : [value.split('.')[0] ?? value, value]}
      placeholder={t.field.causeHint}
      showSearch={{ filter: matches, limit: 30 }}
      displayRender={() => (value === undefined ? null : causes.name(value))}
      notFoundContent={causes.isError ? <Again onPress={() => void causes.refetch()} /> : undefined}
      onChange={(path) => onChange?.(path?.at(-1)?.toString())}
      style={{ width: '100%' }}
    />
  )
}

/** By name or by code, since old hands know the codes. */
function matches(typed: string, path: { value?: string | number | null; label?: unknown }[]): boolean {
  const sought = typed.trim().toLowerCase()
  return path.some(
    ({ value, label }) =>
      String(label).toLowerCase().includes(sought) || String(value).toLowerCase().includes(sought),
  )
}

function Again({ onPress }: { onPress: () => void }) {
  const t = caseCopy.use()
  return (
    <span>
      {t.field.causesFailed}{' '}
      <Button type="link" size="small" onClick={onPress}>
        {t.field.causesAgain}
      </Button>
    </span>
  )
}
