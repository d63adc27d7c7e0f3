import { App, Button } from 'antd'
import { useState } from 'react'
import type { VersionRow } from '../../api/types'
import { businessNow } from '../clock/clock'
import { ReasonDialog, Tag } from '../ui'
import { ApproveDialog } from './ApproveDialog'
import { versionCopy } from './copy'
import { isComing } from './model'
import styles from './Version.module.css'
import { State } from './VersionRow'

interface Props {
  row: VersionRow
  mayWrite: boolean
  unsaved: boolean
  /** How many things of the text that was saved are wrong. */
  flaws: number
  /** What follows the version once it counts. */
  approveHint: string
  /** Whether it is being approved or dropped. */
  saving: boolean
  onClose: () => void
  onApprove: (from: string | null, done: () => void, refuse: (errors: string[]) => void) => void
  onDrop: (reason: string, done: () => void) => void
}

/** Which version it is, how it stands, and what can be done with it. */
export function VersionHead(props: Props) {
  const { row, mayWrite, unsaved } = props
  const t = versionCopy.use()
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'approve' | 'drop' | null>(null)
  const close = () => setDoing(null)
  const draft = row.state === 'DRAFT'
  const mayDrop = mayWrite && (draft || isComing(row, businessNow()))
  const not = unsaved ? t.saveFirst : props.flaws > 0 ? t.rightFirst : ''
  const done = (said: string) => () => {
    message.success(said)
    close()
  }
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h2>{t.version(row.version)}</h2>
        <State row={row} />
        {unsaved && <Tag meaning="act">{t.unsaved}</Tag>}
        <Button size="small" onClick={props.onClose}>
          {t.close}
        </Button>
      </div>
      <div className={styles.actions}>
        {mayWrite && draft && !row.mine && (
          <Button type="primary" disabled={not !== ''} onClick={() => setDoing('approve')}>
            {t.approve}
          </Button>
        )}
        {mayDrop && <Button onClick={() => setDoing('drop')}>{draft ? t.drop : t.withdraw}</Button>}
        {mayWrite && draft && <span className={styles.soft}>{row.mine ? t.second : not}</span>}
      </div>
      {doing === 'approve' && (
        <ApproveDialog
          version={row.version}
          hint={props.approveHint}
          saving={props.saving}
          onClose={close}
          onApprove={(from, refuse) => props.onApprove(from, done(t.approved), refuse)}
        />
      )}
      {doing === 'drop' && (
        <ReasonDialog
          title={draft ? t.drop : t.withdraw}
          reason={t.reason}
          cancel={t.cancel}
          saving={props.saving}
          onClose={close}
          onSay={(reason) => props.onDrop(reason, done(t.dropped))}
        />
      )}
    </div>
  )
}
