import { Link, useSearchParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayNumber, sayTime } from '../../shared/time'
import { cx, ErrorState, PageFrame, Section, SkeletonRows, useSetFilter } from '../../shared/ui'
import { UnitBar } from '../../shared/units'
import { useCan } from '../identity'
import styles from './AnomaliesPage.module.css'
import { type Board, KINDS, type Kind, useBoard } from './api'
import { anomalyCopy } from './copy'
import { AnomalyTable } from './parts/AnomalyTable'
import { Causers } from './parts/Causers'
import { Days } from './parts/Days'

const nothing = () => {}

/** Parcels whose course is not as it should be: which, why, who has to act, and who causes most of it. */
export default function AnomaliesPage() {
  const t = anomalyCopy.use()
  const can = useCan()
  const now = useBusinessNow()
  const [params] = useSearchParams()
  const set = useSetFilter(nothing)
  const unit = params.get('unit')
  const kind = KINDS.find((one) => one === params.get('kind')) ?? null
  const { data, error, refetch } = useBoard(unit)
  return (
    <PageFrame title={t.title} actions={can('board.read') && <Link to="/boards">{t.back}</Link>}>
      <UnitBar
        unit={unit}
        onUnit={(code) => set('unit', code)}
        mayChoose={can('network.read')}
        choose={t.chooseUnit}
        ofUnit={t.ofUnit}
      >
        <span className={styles.soft}>
          {data !== undefined &&
            (data.lookedAt === null ? t.notYet : t.lookedAt(sayTime(data.lookedAt, now)))}
        </span>
      </UnitBar>
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={3} height={64} />}
      {data !== undefined && (
        <>
          <Kinds board={data} kind={kind} onKind={(next) => set('kind', next)} />
          <div className={styles.pictures}>
            <Section title={t.days}>
              <Days board={data} />
            </Section>
            <Section title={t.causers}>
              <Causers board={data} />
            </Section>
          </div>
        </>
      )}
      <AnomalyTable
        unit={unit}
        kind={kind}
        standing={params.get('over') === null}
        onStanding={(standing) => set('over', standing ? null : '1')}
      />
    </PageFrame>
  )
}

function Kinds(props: { board: Board; kind: Kind | null; onKind: (kind: Kind | null) => void }) {
  const t = anomalyCopy.use()
  return (
    <div role="group" aria-label={t.kindsLabel} className={styles.kinds}>
      {props.board.kinds.map((row) => (
        <button
          key={row.kind}
          type="button"
          aria-pressed={props.kind === row.kind}
          className={cx(styles.kind, props.kind === row.kind && styles.chosen)}
          onClick={() => props.onKind(props.kind === row.kind ? null : row.kind)}
        >
          <i className={styles[row.kind]} aria-hidden />
          <span>{t.kinds[row.kind]}</span>
          <b className="tabular">{sayNumber(row.standing)}</b>
          <small>{t.means[row.kind]}</small>
          <small className="tabular">{t.raisedWeek(sayNumber(row.raised), sayNumber(row.retracted))}</small>
        </button>
      ))}
    </div>
  )
}
