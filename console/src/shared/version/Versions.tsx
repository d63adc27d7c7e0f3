import { App, Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { VersionRow as Row } from '../../api/types'
import { cx, EmptyState, ErrorState, ReasonDialog, Section, SkeletonRows } from '../ui'
import { versionCopy } from './copy'
import styles from './Version.module.css'
import { VersionRow } from './VersionRow'

interface Pane {
  version: number
  inForce: number | null
  onClose: () => void
  /** Whether something typed would be lost with the pane. */
  onUnsaved: (unsaved: boolean) => void
}

interface Props {
  title: string
  hint: string
  empty: string
  /** What the version is called that came with the software. */
  packaged: string
  mayWrite: boolean
  list: { data?: { items: Row[] }; error: unknown; refetch: () => unknown }
  /** Whether a draft is being begun. */
  beginning: boolean
  onBegin: (from: number, note: string, done: (row: Row) => void) => void
  /** The version that is open. */
  pane: (asked: Pane) => ReactNode
}

/** All versions of some rules, and beside them the one that was opened. */
export function Versions(props: Props) {
  const t = versionCopy.use()
  const { list, mayWrite } = props
  const items = list.data?.items
  const inForce = items?.find((row) => row.inForce)?.version ?? null
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('version') ?? 0)
  const shown = asked > 0 ? asked : null
  const [begins, setBegins] = useState(false)
  const show = (version: number | null) =>
    setSearch(version === null ? {} : { version: String(version) }, { replace: true })
  const { modal, message } = App.useApp()
  const unsaved = useRef(false)
  /** Goes on, and asks first where something typed would be lost. */
  function guard(go: () => void) {
    if (!unsaved.current) return go()
    modal.confirm({
      title: t.leaveTitle,
      content: t.leaveHint,
      okText: t.leave,
      cancelText: t.stay,
      onOk: go,
    })
  }
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  // Whatever is open is what a draft begins from; else what is in force, or the newest.
  const base = shown ?? inForce ?? items?.[0]?.version ?? null
  return (
    <>
      <Section
        title={props.title}
        flush
        extra={
          mayWrite &&
          base !== null && (
            <Button size="small" type="primary" onClick={() => guard(() => setBegins(true))}>
              {shown === null ? t.begin : t.beginFrom(shown)}
            </Button>
          )
        }
      >
        <p className={styles.intro}>{props.hint}</p>
        {list.error !== null && (
          <ErrorState error={list.error} over={items !== undefined} onRetry={() => void list.refetch()} />
        )}
        {items === undefined && list.error === null && <SkeletonRows rows={3} height={44} />}
        {items?.length === 0 && <EmptyState title={props.empty} />}
        <div className={cx(styles.page, shown !== null && styles.open)}>
          <ul className={styles.versions}>
            {items?.map((row) => (
              <li key={row.version}>
                <VersionRow
                  row={row}
                  packaged={props.packaged}
                  here={row.version === shown}
                  onShow={() => guard(() => show(row.version === shown ? null : row.version))}
                />
              </li>
            ))}
          </ul>
          {shown !== null && (
            <div className={styles.shown}>
              {props.pane({
                version: shown,
                inForce,
                onClose: () => guard(() => show(null)),
                onUnsaved: (is) => {
                  unsaved.current = is
                },
              })}
            </div>
          )}
        </div>
      </Section>
      {begins && base !== null && (
        <ReasonDialog
          title={t.beginFrom(base)}
          reason={t.beginNote}
          cancel={t.cancel}
          saving={props.beginning}
          onClose={() => setBegins(false)}
          onSay={(note) =>
            props.onBegin(base, note, (row) => {
              message.success(t.begun(row.version))
              setBegins(false)
              show(row.version)
            })
          }
        />
      )}
    </>
  )
}
