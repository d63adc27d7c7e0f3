import { DeleteOutlined, EditOutlined, HomeOutlined, SaveOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useRef } from 'react'
import type { SavedView } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { sayProblem } from '../../../shared/problems'
import { sayNumber } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { ticketCopy } from '../copy'
import { sameQuery } from '../filters'
import {
  BUILT_IN,
  BUILT_IN_QUERY,
  COUNTED,
  type Shown,
  useBeginWith,
  useDropView,
  useViewCounts,
  useViews,
} from '../views'
import styles from './ViewList.module.css'

interface Props {
  /** What the list shows now. */
  query: Record<string, string>
  /** The saved view that the reader picked last; null where it was another one. */
  picked: SavedView | null
  onPick: (view: Shown) => void
  onSave: () => void
  /** Another name, other readers, or what the list shows now. */
  onChange: (view: SavedView) => void
}

/** The views of this reader with live counts: what everybody has, one's own, what is shared. */
export function ViewList({ query, picked, onPick, onSave, onChange }: Props) {
  const t = ticketCopy.use()
  const { data } = useViews()
  const first = data?.first ?? null
  const list = useRef<HTMLElement>(null)
  const builtIn = BUILT_IN.map((id): Shown => ({ id, query: BUILT_IN_QUERY[id], saved: null }))
  const saved = data?.views.map((view): Shown => ({ id: view.id, query: view.query, saved: view })) ?? []
  const own = saved.filter((view) => view.saved?.shared === 'PERSON')
  const shared = saved.filter((view) => view.saved?.shared !== 'PERSON')
  const counts = useViewCounts([...builtIn, ...saved]).data
  const known = [...builtIn, ...saved].some((view) => sameQuery(view.query, query))
  useShortcut('v', t.saved.pick, () => {
    const now = list.current?.querySelector<HTMLElement>('[aria-pressed=true]')
    ;(now ?? list.current?.querySelector<HTMLElement>('button'))?.focus()
  })

  const group = (title: string, views: Shown[]) =>
    views.length > 0 && (
      <fieldset className={styles.group} aria-label={title}>
        <h2>{title}</h2>
        {views.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            count={counts?.[view.id]}
            on={sameQuery(view.query, query)}
            first={view.id === first}
            onPick={() => onPick(view)}
            onChange={onChange}
          />
        ))}
      </fieldset>
    )
  return (
    <nav ref={list} className={styles.list} aria-label={t.views}>
      {group(t.saved.builtIn, builtIn)}
      {group(t.saved.own, own)}
      {group(t.saved.shared, shared)}
      {!known && (
        <Button size="small" icon={<SaveOutlined />} onClick={onSave}>
          {t.saved.save}
        </Button>
      )}
      {!known && picked?.editable === true && (
        <Button size="small" type="text" icon={<EditOutlined />} onClick={() => onChange(picked)}>
          {t.saved.change(picked.name)}
        </Button>
      )}
    </nav>
  )
}

function ViewRow({
  view,
  count,
  on,
  first,
  onPick,
  onChange,
}: {
  view: Shown
  count: number | undefined
  on: boolean
  first: boolean
  onPick: () => void
  onChange: (view: SavedView) => void
}) {
  const t = ticketCopy.use()
  const { message } = App.useApp()
  const drop = useDropView()
  const begin = useBeginWith()
  const names: Record<string, string> = t.saved.name
  const name = view.saved?.name ?? names[view.id] ?? view.id
  const said = count === undefined ? '' : count > COUNTED ? `${sayNumber(COUNTED - 1)}+` : sayNumber(count)
  const act = view.id === 'overdue' && (count ?? 0) > 0
  return (
    <div className={cx(styles.row, on && styles.on)}>
      <button type="button" aria-pressed={on} onClick={onPick}>
        <span className={styles.name}>{name}</span>
        <span className={cx('tabular', styles.count, act && styles.act)}>{said}</span>
      </button>
      {on && !first && (
        <Tooltip title={t.saved.beginHere}>
          <Button
            size="small"
            type="text"
            icon={<HomeOutlined />}
            aria-label={t.saved.beginHere}
            onClick={() => begin.mutate(view.id, { onSuccess: () => message.success(t.saved.begun(name)) })}
          />
        </Tooltip>
      )}
      {on && view.saved?.editable === true && (
        <Tooltip title={t.saved.change(name)}>
          <Button
            size="small"
            type="text"
            icon={<EditOutlined />}
            aria-label={t.saved.change(name)}
            onClick={() => view.saved !== null && onChange(view.saved)}
          />
        </Tooltip>
      )}
      {on && view.saved?.editable === true && (
        <Tooltip title={t.saved.drop(name)}>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t.saved.drop(name)}
            onClick={() =>
              drop.mutate(view.id, {
                onSuccess: () => message.success(t.saved.dropped(name)),
                onError: (problem) => message.error(sayProblem(problem)),
              })
            }
          />
        </Tooltip>
      )}
    </div>
  )
}
