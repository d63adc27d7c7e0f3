import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { cx, EmptyState, ErrorState, ReasonDialog, Section, SkeletonRows } from '../../../shared/ui'
import { VersionRow } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { useCan } from '../../identity'
import { useTariff, useTariffAct, useTariffs } from '../api'
import { tariffCopy } from './copy'
import { VersionPane } from './VersionPane'

/** All versions of the prices, and beside them the one that was opened. */
export function Versions() {
  const t = tariffCopy.use()
  const mayWrite = useCan()('tariff.manage')
  const list = useTariffs()
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('version') ?? 0)
  const shown = asked > 0 ? asked : null
  const one = useTariff(shown)
  const [beginning, setBeginning] = useState(false)
  const show = (version: number | null) =>
    setSearch(version === null ? {} : { version: String(version) }, { replace: true })
  const { modal } = App.useApp()
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
  // Whatever is open is what a draft begins from; else what is in force, or the newest.
  const base = shown ?? list.data?.inForce ?? list.data?.items[0]?.version ?? null
  return (
    <>
      <Section
        title={t.versions}
        flush
        extra={
          mayWrite &&
          base !== null && (
            <Button size="small" type="primary" onClick={() => guard(() => setBeginning(true))}>
              {shown === null ? t.begin : t.beginFrom(shown)}
            </Button>
          )
        }
      >
        <p className={styles.intro}>
          {t.hint} {!mayWrite && t.readOnly}
        </p>
        {list.error !== null && (
          <ErrorState error={list.error} over={list.data !== undefined} onRetry={() => void list.refetch()} />
        )}
        {list.data === undefined && list.error === null && <SkeletonRows rows={3} height={44} />}
        {list.data?.items.length === 0 && <EmptyState title={t.empty} />}
        <div className={cx(styles.page, shown !== null && styles.open)}>
          <ul className={styles.versions}>
            {list.data?.items.map((row) => (
              <li key={row.version}>
                <VersionRow
                  row={row}
                  packaged={t.packaged}
                  here={row.version === shown}
                  onShow={() => guard(() => show(row.version === shown ? null : row.version))}
                />
              </li>
            ))}
          </ul>
          {shown !== null && (
            <div className={styles.shown}>
              {one.error !== null && (
                <ErrorState
                  error={one.error}
                  over={one.data !== undefined}
                  onRetry={() => void one.refetch()}
                />
              )}
              {one.data === undefined && one.error === null && <SkeletonRows rows={10} height={40} />}
              {one.data !== undefined && (
                <VersionPane
                  key={one.data.row.version}
                  view={one.data}
                  inForce={list.data?.inForce ?? null}
                  onClose={() => guard(() => show(null))}
                  onUnsaved={(is) => {
                    unsaved.current = is
                  }}
                  reload={() => one.refetch().then(({ data }) => data)}
                />
              )}
            </div>
          )}
        </div>
      </Section>
      {beginning && base !== null && (
        <Begin
          base={base}
          onClose={() => setBeginning(false)}
          onBegun={(version) => {
            setBeginning(false)
            show(version)
          }}
        />
      )}
    </>
  )
}

function Begin(props: { base: number; onClose: () => void; onBegun: (version: number) => void }) {
  const t = tariffCopy.use()
  const { message } = App.useApp()
  const act = useTariffAct()
  return (
    <ReasonDialog
      title={t.beginFrom(props.base)}
      reason={t.beginNote}
      cancel={t.cancel}
      saving={act.isPending}
      onClose={props.onClose}
      onSay={(note) =>
        act.mutate(
          { act: 'begin', from: props.base, note },
          {
            onSuccess: ({ row }) => {
              message.success(t.begun(row.version))
              props.onBegun(row.version)
            },
          },
        )
      }
    />
  )
}
