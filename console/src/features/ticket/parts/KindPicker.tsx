import { Cascader } from 'antd'
import { caseCopy } from '../copy'
import { useKinds } from '../kinds'

interface Props {
  value?: string
  onChange?: (code: string | undefined) => void
  id?: string
  /** Offers only what is not about a parcel. */
  withoutParcel?: boolean
}

/** Chooses a kind of ticket in two steps; the value is its code. */
export function KindPicker({ value, onChange, id, withoutParcel = false }: Props) {
  const t = caseCopy.use()
  const kinds = useKinds().tree(withoutParcel)
  return (
    <Cascader
      id={id}
      options={kinds}
      value={value === undefined ? [] : pathOf(value, kinds)}
      placeholder={t.field.kindHint}
      expandTrigger="hover"
      showSearch
      onChange={(path) => onChange?.(path?.at(-1)?.toString())}
      style={{ width: '100%' }}
    />
  )
}

function pathOf(code: string, kinds: { value: string; children?: unknown[] }[]): string[] {
  const main = code.split('.')[0] ?? code
  return kinds.find((kind) => kind.value === main)?.children === undefined ? [code] : [main, code]
}
