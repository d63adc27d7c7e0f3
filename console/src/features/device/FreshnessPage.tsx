import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayTime } from '../../shared/time'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows, UnitName } from '../../shared/ui'
import { UnitPicker } from '../../shared/units'
import { useCan, useMe } from '../identity'
import { RecentFreshness } from '../insight'
import { type DeviceBoard, useDeviceBoard } from './api'
import { deviceCopy } from './copy'
import styles from './Device.module.css'
import { devicesPath } from './model'
import { GroupTable } from './parts/GroupTable'
import { Numbers } from './parts/Numbers'

/** How long scans take to arrive, where they are late, and what is done about slow scanners. */
export default function FreshnessPage() {
  const t = deviceCopy.use()
  const me = useMe()
  const can = useCan()
  const now = useBusinessNow()
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit') ?? me.unit.code
  const { data, error, refetch } = useDeviceBoard(unit)
  const choose = (code: string | null) => setParams(code === null ? {} : { unit: code })

  return (
    <PageFrame
      title={t.freshness}
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
                onChange={(code) => choose(code === me.unit.code ? null : code)}
              />
            </div>
          )}
          {unit !== me.unit.code && <Button onClick={() => choose(null)}>{t.backToMine}</Button>}
          {can('devices.read') && (
            <Link to={devicesPath({ unit })}>
              <Button>{t.list}</Button>
            </Link>
          )}
          <Link to={`/boards?unit=${unit}`}>
            <Button>{t.boards}</Button>
          </Link>
        </>
      }
    >
      <p className={styles.soft}>{t.hint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={14} height={44} />}
      {data !== undefined && <Panels board={data} />}
    </PageFrame>
  )
}

/** Every panel answers the question in its title. */
function Panels({ board }: { board: DeviceBoard }) {
  const t = deviceCopy.use()
  const unit = board.unit.code
  if (board.total.devices === 0) {
    return <EmptyState title={t.boardEmpty}>{t.boardEmptyHint}</EmptyState>
  }
  return (
    <div className={styles.board}>
      <Numbers board={board} />
      {board.unit.kind === 'HEADQUARTERS' && (
        <div className={styles.whole}>
          <Section title={t.regionsQuestion} flush>
            <GroupTable groups={board.regions} within={unit} first="region" />
          </Section>
        </div>
      )}
      {board.unit.kind !== 'OUTLET' && (
        <Section title={t.hubsQuestion} flush>
          <GroupTable groups={board.hubs} within={unit} first="place" />
        </Section>
      )}
      {board.unit.kind !== 'HUB' && (
        <Section title={t.outletsQuestion} flush>
          <GroupTable groups={board.outlets} within={unit} first="place" />
        </Section>
      )}
      <Section title={t.modelsQuestion} flush>
        <GroupTable groups={board.models} within={unit} first="model" />
      </Section>
      <Section title={t.recentQuestion} flush>
        <RecentFreshness unit={unit} />
      </Section>
    </div>
  )
}
