import { App, Button } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { TariffRow } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { ReasonDialog, Tag } from '../../../shared/ui'
import { ApproveDialog, isComing, State } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { useCan } from '../../identity'
import { useTariffAct } from '../api'
import { sayRight } from '../words/right'
import { tariffCopy } from './copy'

interface Props {
  row: TariffRow
  unsaved: boolean
  /** How many things of the text that was saved are wrong. */
  flaws: number
  onClose: () => void
}

/** Which version it is, how it stands, and what can be done with it. */
export function Head({ row, unsaved, flaws, onClose }: Props) {
  const t = tariffCopy.use()
  const mayWrite = useCan()('tariff.manage')
  const [doing, setDoing] = useState<'approve' | 'drop' | null>(null)
  const draft = row.state === 'DRAFT'
  const mayDrop = mayWrite && (draft || isComing(row, businessNow()))
  const not = unsaved ? t.saveFirst : flaws > 0 ? t.rightFirst : ''
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h2>{t.version(row.version)}</h2>
        <State row={row} />
        {unsaved && <Tag meaning="act">{t.unsaved}</Tag>}
        <Button size="small" onClick={onClose}>
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
      {doing === 'approve' && <Approve row={row} onClose={() => setDoing(null)} />}
      {doing === 'drop' && <Drop row={row} onClose={() => setDoing(null)} />}
    </div>
  )
}

function Approve({ row, onClose }: { row: TariffRow; onClose: () => void }) {
  const t = tariffCopy.use()
  const { message } = App.useApp()
  const act = useTariffAct()
  return (
    <ApproveDialog
      version={row.version}
      hint={t.approveHint}
      saving={act.isPending}
      onClose={onClose}
      onApprove={(from, refuse) =>
        act.mutate(
          { act: 'approve', version: row.version, revision: row.revision, from },
          {
            onSuccess: () => {
              message.success(t.approved)
              onClose()
            },
            onError: (problem) => refuse(problem instanceof ApiProblem ? problem.errors.map(sayRight) : []),
          },
        )
      }
    />
  )
}

function Drop({ row, onClose }: { row: TariffRow; onClose: () => void }) {
  const t = tariffCopy.use()
  const { message } = App.useApp()
  const act = useTariffAct()
  return (
    <ReasonDialog
      title={row.state === 'DRAFT' ? t.drop : t.withdraw}
      reason={t.reason}
      cancel={t.cancel}
      saving={act.isPending}
      onClose={onClose}
      onSay={(reason) =>
        act.mutate(
          { act: 'drop', version: row.version, revision: row.revision, reason },
          {
            onSuccess: () => {
              message.success(t.dropped)
              onClose()
            },
          },
        )
      }
    />
  )
}
