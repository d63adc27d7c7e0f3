import type { Written } from './ask'
import { sendingCopy } from './copy'
import styles from './Sending.module.css'

type Field = Exclude<keyof Written, 'from' | 'to'>

interface Props {
  written: Written
  wrong: Partial<Record<keyof Written, string>>
  onChange: (more: Partial<Written>) => void
}

/** How heavy, and folded away what most people need not say. */
export function SendingFields({ written, wrong, onChange }: Props) {
  const t = sendingCopy.use()
  const more: [Field, string][] = [
    ['lengthMm', t.length],
    ['widthMm', t.width],
    ['heightMm', t.height],
    ['declaredFen', t.declared],
    ['goods', t.goods],
  ]
  const field = (name: Field, title: string) => (
    <label key={name} className={styles.field}>
      <span>{title}</span>
      <input
        value={written[name]}
        inputMode={name === 'goods' ? 'text' : 'decimal'}
        autoComplete="off"
        maxLength={name === 'goods' ? 200 : 12}
        aria-invalid={wrong[name] !== undefined}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
      {wrong[name] !== undefined && (
        <span role="alert" className={styles.wrong}>
          {wrong[name]}
        </span>
      )}
    </label>
  )
  return (
    <>
      {field('grams', t.weight)}
      <details className={styles.more} open={more.some(([name]) => wrong[name] !== undefined) || undefined}>
        <summary>{t.more}</summary>
        <div className={styles.fields}>{more.map(([name, title]) => field(name, title))}</div>
      </details>
    </>
  )
}
