import { Link, useSearchParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayNumber, sayTime } from '../../shared/time'
import { Chip, ErrorState, PageFrame, SkeletonRows, useSetFilter } from '../../shared/ui'
import { UnitBar } from '../../shared/units'
import { ExportMenu } from '../export'
import { useCan } from '../identity'
import { type Board, CHANCES, type Chance, useBoard } from './api'
import { delayCopy } from './copy'
import styles from './DelayPage.module.css'
import { DelayTable } from './parts/DelayTable'
import { Numbers } from './parts/Numbers'
import { Quality } from './parts/Quality'

const nothing = () => {}

/** Promises about to be missed: today's list of a unit, what can still be saved first, why, and how right such warnings are. */
export default function DelayPage() {
  const t = delayCopy.use()
  const can = useCan()
  const [params] = useSearchParams()
  const set = useSetFilter(nothing)
  const unit = params.get('unit')
  const chance = CHANCES.find((one) => one === params.get('chance')) ?? null
  const view = params.get('view') === 'quality' ? 'quality' : 'list'
  const { data, error, refetch } = useBoard(unit)
  return (
    <PageFrame
      title={t.title}
      actions={
        <>
          {can('board.read') && <Link to="/boards">{t.back}</Link>}
          <ExportMenu list="delays" title={t.title} query={{ unit, chance }} />
        </>
      }
    >
      <UnitBar
        unit={unit}
        onUnit={(code) => set('unit', code)}
        mayChoose={can('network.read')}
        choose={t.chooseUnit}
        ofUnit={t.ofUnit}
      >
        <div role="group" aria-label={t.viewsLabel} className={styles.chips}>
          {(['list', 'quality'] as const).map((one) => (
            <Chip
              key={one}
              on={view === one}
              words={t.views[one]}
              onPress={() => set('view', one === 'list' ? null : one)}
            />
          ))}
        </div>
      </UnitBar>
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={2} height={48} />}
      {data !== undefined && <Numbers board={data} />}
      {data !== undefined && <Learnt board={data} />}
      {view === 'quality' && <Quality board={data} />}
      {view === 'list' && (
        <>
          <Chances board={data} chance={chance} onChance={(one) => set('chance', one)} />
          <DelayTable unit={unit} chance={chance} board={data} />
        </>
      )}
    </PageFrame>
  )
}

/** What the list rests on, where that is less than it should be. */
function Learnt({ board }: { board: Board }) {
  const t = delayCopy.use()
  if (board.version === null) return <p className={styles.note}>{t.learning}</p>
  if (board.tried === null) return null
  return (
    <p className={styles.note}>{t.refused(board.tried.number, t.quality.verdicts[board.tried.verdict])}</p>
  )
}

interface ChancesProps {
  board: Board | undefined
  chance: Chance | null
  onChance: (chance: Chance | null) => void
}

function Chances({ board, chance, onChance }: ChancesProps) {
  const t = delayCopy.use()
  const now = useBusinessNow()
  const count = (one: Chance) =>
    board === undefined
      ? ''
      : ` ${sayNumber({ SAVEABLE: board.saveable, HARDLY: board.hardly, LATE: board.late }[one])}`
  return (
    <div className={styles.bar}>
      <div role="group" aria-label={t.chancesLabel} className={styles.chips}>
        <Chip on={chance === null} words={t.all} onPress={() => onChance(null)} />
        {CHANCES.map((one) => (
          <Chip
            key={one}
            on={chance === one}
            words={`${t.chances[one]}${count(one)}`}
            onPress={() => onChance(one)}
          />
        ))}
      </div>
      <span className={styles.soft}>
        {board?.judgedAt != null && `${t.judged(sayTime(board.judgedAt, now))} · `}
        {t.noPromise}
      </span>
    </div>
  )
}
