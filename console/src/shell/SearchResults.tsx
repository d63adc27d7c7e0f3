import type { UseQueryResult } from '@tanstack/react-query'
import type { ParcelRow, ParcelSearch } from '../api/types'
import { ParcelRowBrief } from '../features/parcel'
import { sayProblem } from '../shared/problems'
import { cx } from '../shared/ui'
import { shellCopy } from './copy'
import styles from './SearchBox.module.css'

interface Props {
  id: string
  search: UseQueryResult<ParcelSearch>
  items: ParcelRow[]
  at: number
  waiting: boolean
  onGo: (row: ParcelRow) => void
  onAll: () => void
}

export function SearchResults({ id, search, items, at, waiting, onGo, onAll }: Props) {
  const t = shellCopy.use()
  const total = search.data?.items.length ?? 0
  const message = search.isError
    ? sayProblem(search.error)
    : waiting || search.isFetching
      ? t.searching
      : search.data === undefined
        ? t.searchHint
        : total === 0
          ? t.searchNone
          : t.searchCount(total)
  return (
    // the input keeps the focus: a press on a result must not blur it before the click arrives
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is
    <div className={styles.results} onMouseDown={(event) => event.preventDefault()}>
      <p role="status" className={styles.hint}>
        {message}
      </p>
      <div role="listbox" id={id} aria-label={t.searchResults}>
        {items.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys
          <div
            key={row.waybill}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={cx(styles.option, index === at && styles.here)}
            onClick={() => onGo(row)}
          >
            <ParcelRowBrief row={row} />
            {row.openTickets > 0 && <span className={styles.tickets}>{t.openTickets(row.openTickets)}</span>}
          </div>
        ))}
      </div>
      {total > items.length && (
        <button type="button" className={styles.all} onClick={onAll}>
          {t.seeAll}
        </button>
      )}
    </div>
  )
}
