import { App, Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { ClaimBook, ClaimStandard, ClaimStandardVersion } from '../../../api/types'
import { same, standing, VersionFormContext, VersionHead } from '../../../shared/version'
import { useCan } from '../../identity'
import { useStandardAct } from './api'
import { Basics } from './Basics'
import { Changes } from './Changes'
import { standardCopy } from './copy'
import { LISTS, rowsOf } from './fields'
import { leadTo, rowAt, sayField, sayRight } from './flaws'
import { Policy } from './Policy'
import { RowList } from './RowList'
import styles from './Standard.module.css'
import { Trial } from './Trial'

interface Props {
  view: ClaimStandardVersion
  inForce: number | null
  onClose: () => void
  /** Whether something typed would be lost with the pane. */
  onUnsaved: (unsaved: boolean) => void
  /** Reads the version again. */
  reload: () => Promise<ClaimStandardVersion | undefined>
}

/** What is being written begins from what was read, at that revision. */
const begun = ({ body, row }: ClaimStandardVersion) => ({ body, note: row.note, revision: row.revision })

/** One version of the standard: read, or written while it is a draft. */
export function Pane({ view, inForce, onClose, onUnsaved, reload }: Props) {
  const t = standardCopy.use()
  const mayWrite = useCan()('claim.standard')
  const { message } = App.useApp()
  const act = useStandardAct()
  const { row } = view
  const { version } = row
  const [typed, setTyped] = useState(() => begun(view))
  const [editing, setEditing] = useState<string | null>(null)
  const { body } = typed
  const unsaved = !same(body, view.body) || typed.note !== row.note
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
  const flaws = useMemo(() => standing(view.flaws, view.body, body), [view, body])
  const form = useMemo(
    () => ({
      locked,
      wrong: (field: string) => flaws.filter((flaw) => flaw.field === field).map(sayRight),
    }),
    [locked, flaws],
  )
  const set = (more: Partial<ClaimBook>) => setTyped({ ...typed, body: { ...body, ...more } })
  const setStandard = (more: Partial<ClaimStandard>) => set({ standard: { ...body.standard, ...more } })

  function start(read: ClaimStandardVersion) {
    setTyped(begun(read))
    act.reset()
  }

  function save() {
    const { revision, note } = typed
    act.mutate(
      { act: 'save', version, revision, note, body },
      {
        onSuccess: (saved) => {
          start(saved)
          message.success(t.saved)
        },
      },
    )
  }

  /** Opens the row that a flaw is in, and goes there once it is on the page. */
  function go(field: string) {
    setEditing(rowAt(field))
    setTimeout(() => leadTo(field))
  }

  return (
    <VersionFormContext value={form}>
      <div className={styles.pane}>
        <VersionHead
          row={row}
          mayWrite={mayWrite}
          unsaved={unsaved}
          flaws={view.flaws.length}
          approveHint={t.approveHint}
          saving={act.isPending}
          onClose={onClose}
          onApprove={(from, onSuccess, refuse) =>
            act.mutate(
              { act: 'approve', version, revision: row.revision, from },
              {
                onSuccess,
                onError: (problem) =>
                  refuse(problem instanceof ApiProblem ? problem.errors.map(sayRight) : []),
              },
            )
          }
          onDrop={(reason, onSuccess) =>
            act.mutate({ act: 'drop', version, revision: row.revision, reason }, { onSuccess })
          }
        />
        {behind && (
          <div role="alert" className={styles.flaws}>
            {t.behind} {t.behindHint}{' '}
            <Button size="small" onClick={() => void reload().then((read) => read && start(read))}>
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
              onChange={({ target }) => setTyped({ ...typed, note: target.value })}
            />
            <Button type="primary" disabled={!unsaved} loading={act.isPending} onClick={save}>
              {t.save}
            </Button>
            {unsaved && <Button onClick={() => start(view)}>{t.undo}</Button>}
          </div>
        )}
        {row.state === 'DRAFT' && flaws.length > 0 && (
          <div className={styles.flaws} role="alert">
            {t.flaws(flaws.length)}
            <ul>
              {flaws.map((flaw) => (
                <li key={`${flaw.field} ${flaw.code}`}>
                  <button type="button" onClick={() => go(flaw.field)}>
                    {sayField(flaw, body)}: {sayRight(flaw)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {inForce !== null && inForce !== version && (
          <>
            <Changes inForce={inForce} body={body} />
            <Trial version={version} unsaved={unsaved} />
          </>
        )}
        <Basics standard={body.standard} onChange={setStandard} />
        <Policy policy={body.policy} onChange={(policy) => set({ policy })} />
        {LISTS.map(({ list, fields }) => (
          <RowList
            key={list}
            list={list}
            fields={fields}
            rows={rowsOf(body.standard, list)}
            from={body.standard.from}
            editing={editing}
            onEdit={setEditing}
            onChange={(rows) => setStandard({ [list]: rows })}
          />
        ))}
      </div>
    </VersionFormContext>
  )
}
