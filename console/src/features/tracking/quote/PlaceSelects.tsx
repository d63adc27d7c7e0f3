import type { Choice } from '../../tariff'
import { sendingCopy } from './copy'
import styles from './Sending.module.css'

interface Props {
  title: string
  places: Choice[]
  /** The codes of province, city and district, as far as they are chosen. */
  path: string[]
  wrong: string | null
  onChange: (path: string[]) => void
}

/** Province, then city, then district: a phone's own lists, which are large enough for any finger. */
export function PlaceSelects({ title, places, path, wrong, onChange }: Props) {
  const t = sendingCopy.use()
  const names = [t.province, t.city, t.district]
  const lists: Choice[][] = [places]
  for (const code of path) {
    const below = lists.at(-1)?.find((one) => one.value === code)?.children
    if (below === undefined) break
    lists.push(below)
  }

  function choose(level: number, code: string) {
    const next = [...path.slice(0, level), ...(code === '' ? [] : [code])]
    const below = lists[level]?.find((one) => one.value === code)?.children
    // 北京市 has one city, which is itself.
    const only = level === 0 && below?.length === 1 ? below[0] : undefined
    onChange(only === undefined ? next : [...next, only.value])
  }

  return (
    <fieldset className={styles.place} aria-invalid={wrong !== null}>
      <legend>{title}</legend>
      {lists.slice(0, 3).map((list, level) => (
        <select
          // biome-ignore lint/suspicious/noArrayIndexKey: the levels have no name but their place
          key={level}
          aria-label={`${title} ${names[level]}`}
          value={path[level] ?? ''}
          onChange={(event) => choose(level, event.target.value)}
        >
          <option value="">{level === 2 ? t.anyDistrict : names[level]}</option>
          {list.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ))}
      {wrong !== null && (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
    </fieldset>
  )
}
