import { App, Button, Input, Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { TariffVersion } from '../../../api/types'
import { same, standing, VersionFormContext } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { useCan } from '../../identity'
import { useTariffAct } from '../api'
import { sayRight } from '../words/right'
import { AdviceRules } from './AdviceRules'
import { Changes } from './Changes'
import { tariffCopy } from './copy'
import { Flaws } from './Flaws'
import { Head } from './Head'
import { Places } from './Places'
import { Products } from './Products'
import { Zones } from './Zones'

const PARTS = ['products', 'zones', 'places', 'advice'] as const
type Part = (typeof PARTS)[number]

interface Props {
  view: TariffVersion
  inForce: number | null
  onClose: () => void
  /** Whether something typed would be lost with the pane. */
  onUnsaved: (unsaved: boolean) => void
  /** Reads the version again. */
  reload: () => Promise<TariffVersion | undefined>
}

/** What is being written begins from what was read, at that revision. */
const begun = ({ body, row }: TariffVersion) => ({ body, note: row.note, revision: row.revision })

/** One version: read, or written while it is a draft. */
export function VersionPane({ view, inForce, onClose, onUnsaved, reload }: Props) {
  const t = tariffCopy.use()
  const mayWrite = useCan()('tariff.manage')
  const { message } = App.useApp()
  const act = useTariffAct()
  const { row } = view
  const [typed, setTyped] = useState(() => begun(view))
  const [part, setPart] = useState<Part>('products')
  const unsaved = !same(typed.body, view.body) || typed.note !== row.note
  // What somebody else saved is shown at once, unless there is something of one's own that it would take away.
  if (typed.revision !== row.revision && !unsaved) setTyped(begun(view))
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is told is the same all the time
  useEffect(() => {
    onUnsaved(unsaved)
    return () => onUnsaved(false)
  }, [unsaved])
  const locked = !(mayWrite && row.state === 'DRAFT')
  const refused = act.error instanceof ApiProblem && act.error.code === 'CHANGED_MEANWHILE'
  const behind = unsaved && (refused || typed.revision !== row.revision)
  const set = (body: TariffVersion['body']) => setTyped({ ...typed, body })

  const flaws = useMemo(() => standing(view.flaws, view.body, typed.body), [view, typed.body])
  const form = useMemo(
    () => ({
      locked,
      wrong: (field: string) => flaws.filter((flaw) => flaw.field === field).map(sayRight),
    }),
    [locked, flaws],
  )

  function start(version: TariffVersion) {
    setTyped(begun(version))
    act.reset()
  }

  function save() {
    act.mutate(
      { act: 'save', version: row.version, revision: typed.revision, note: typed.note, body: typed.body },
      {
        onSuccess: (saved) => {
          start(saved)
          message.success(t.saved)
        },
      },
    )
  }

  return (
    <VersionFormContext value={form}>
      <div className={styles.pane}>
        <Head row={row} unsaved={unsaved} flaws={view.flaws.length} onClose={onClose} />
        {behind && (
          <div role="alert" className={styles.flaws}>
            {t.behind} {t.behindHint}{' '}
            <Button
              size="small"
              onClick={() => void reload().then((newest) => newest !== undefined && start(newest))}
            >
              {t.reload}
            </Button>
          </div>
        )}
        {!locked && (
          <div className={styles.actions}>
            <Input
              aria-label={t.note}
              placeholder={`${t.note}: ${t.notePlaceholder}`}
              maxLength={200}
              value={typed.note}
              className={styles.note}
              onChange={(event) => setTyped({ ...typed, note: event.target.value })}
            />
            <Button type="primary" disabled={!unsaved} loading={act.isPending} onClick={save}>
              {t.save}
            </Button>
            {unsaved && <Button onClick={() => start(view)}>{t.undo}</Button>}
          </div>
        )}
        {act.error instanceof ApiProblem && act.error.errors.length > 0 && (
          <div role="alert" className={styles.flaws}>
            {act.error.errors.map((error) => (
              <div key={`${error.field} ${error.code}`}>
                {error.field}: {sayRight(error)}
              </div>
            ))}
          </div>
        )}
        {row.state === 'DRAFT' && <Flaws flaws={flaws} body={typed.body} />}
        {inForce !== null && inForce !== row.version && <Changes inForce={inForce} body={typed.body} />}
        <div className={styles.scroll}>
          <Segmented
            value={part}
            options={PARTS.map((value) => ({ value, label: t.parts[value] }))}
            onChange={setPart}
          />
        </div>
        {part === 'products' && <Products body={typed.body} onChange={set} />}
        {part === 'zones' && <Zones body={typed.body} onChange={set} />}
        {part === 'places' && (
          <Places list={typed.body.unserved} onChange={(unserved) => set({ ...typed.body, unserved })} />
        )}
        {part === 'advice' && (
          <AdviceRules body={typed.body} onChange={(advice) => set({ ...typed.body, advice })} />
        )}
      </div>
    </VersionFormContext>
  )
}
