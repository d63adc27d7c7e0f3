import { DesktopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Suspense } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayTime } from '../../shared/time'
import { ErrorState, PageFrame, SkeletonRows, UnitName } from '../../shared/ui'
import { UnitPicker } from '../../shared/units'
import { OverdueAppeals } from '../appeal'
import { useCan, useMe } from '../identity'
import { useBoard } from './api'
import styles from './BoardsPage.module.css'
import { insightCopy } from './copy'
import { Board } from './parts/Board'
import { Wall } from './parts/Wall'

/** How the network stands, for headquarters and regions; on a wall with ?wall=1. */
export default function BoardsPage() {
  const t = insightCopy.use()
  const me = useMe()
  const can = useCan()
  const now = useBusinessNow()
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit') ?? me.unit.code
  const board = useBoard(unit)
  const { data } = board

  function set(name: string, value: string | null) {
    setParams((old) => {
      const next = new URLSearchParams(old)
      if (value === null) next.delete(name)
      else next.set(name, value)
      return next
    })
  }

  if (params.get('wall') === '1') {
    return <Wall board={data} error={board.error} onLeave={() => set('wall', null)} />
  }
  return (
    <PageFrame
      title={t.title}
      aside={
        data && (
          <>
            <UnitName unit={data.unit} withKind />
            <span className="tabular">{t.at(sayTime(data.at, now))}</span>
          </>
        )
      }
      actions={
        <>
          {can('network.read') && (
            <div className={styles.picker}>
              <UnitPicker
                placeholder={t.chooseUnit}
                onChange={(code) => set('unit', code === me.unit.code ? null : code)}
              />
            </div>
          )}
          {unit !== me.unit.code && <Button onClick={() => set('unit', null)}>{t.backToMine}</Button>}
          {can('operation.read') && <Link to="/boards/outlets">{t.outlets}</Link>}
          {can('operation.read') && <Link to="/boards/anomalies">{t.anomalies}</Link>}
          <Link to={`/boards/precision${unit === me.unit.code ? '' : `?unit=${unit}`}`}>{t.prec.title}</Link>
          {can('operation.read') && (
            <Link to={`/boards/delays?unit=${encodeURIComponent(unit)}`}>{t.delays}</Link>
          )}
          {can('improvement.read') && <Link to="/boards/causes">{t.causes}</Link>}
          <Button icon={<DesktopOutlined />} onClick={() => set('wall', '1')}>
            {t.wall}
          </Button>
        </>
      }
    >
      {can('appeal.read') && (
        <Suspense fallback={null}>
          <OverdueAppeals />
        </Suspense>
      )}
      {board.error !== null && (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} over={data !== undefined} />
      )}
      {data === undefined && board.error === null && <SkeletonRows rows={14} height={44} />}
      {data !== undefined && <Board board={data} />}
    </PageFrame>
  )
}
