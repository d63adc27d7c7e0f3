import { Form, Input } from 'antd'
import { parseYuan } from '../../../shared/money'
import { claimCopy } from '../copy'

interface Props {
  name: string
  label: string
  needed?: boolean
  focused?: boolean
}

/** An amount in yuan as text, so that what goes to the server is exactly what was typed. */
export function MoneyField({ name, label, needed = false, focused = false }: Props) {
  const t = claimCopy.use()
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        { required: needed, message: t.required },
        {
          validator: (_, text: string | undefined) =>
            blank(text) || parseYuan(text ?? '') !== null
              ? Promise.resolve()
              : Promise.reject(new Error(t.amountWrong)),
        },
      ]}
    >
      <Input inputMode="decimal" autoComplete="off" className="tabular" autoFocus={focused} />
    </Form.Item>
  )
}

const blank = (text: string | undefined) => text === undefined || text.trim() === ''

/** What a field holds, in fen; null where it is empty. */
export function fenOf(text: string | undefined): number | null {
  return blank(text) ? null : parseYuan(text ?? '')
}
