import { Drawer } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { Chip, ErrorState, PageFrame, SkeletonRows, useSetFilter } from '../../shared/ui'
import { UnitBar } from '../../shared/units'
import { useCan, useMe } from '../identity'
import { ORDERS, useBoard } from './api'
import { operationCopy } from './copy'
import styles from './OperationPage.module.css'
import { Numbers } from './parts/Numbers'
import { Past } from './parts/Past'
import { SiteTable } from './parts/SiteTable'
import { SiteView } from './parts/SiteView'
import { Standing } from './parts/Standing'

const nothing = () => {}

const VIEWS = ['now', 'sites', 'past'] as const

/** Outlets and hubs at work: which do not work as usual, who answers, and how each stands. An outlet or hub sees itself. */
export default function OperationPage() {
  const t = operationCopy.use()
  const me = useMe()
  const can = useCan()
  const [params] = useSearchParams()
  const set = useSetFilter(nothing)
  const unit = params.get('unit')
  const site = params.get('site')
  const alone = me.unit.kind === 'OUTLET' || me.unit.kind === 'HUB'
  const actions = can('board.read') && <Link to="/boards">{t.back}</Link>

  if (alone) {
    return (
      <PageFrame title={t.title} actions={actions}>
        <SiteView code={site ?? me.unit.code} />
      </PageFrame>
    )
  }
  return (
    <PageFrame title={t.title} actions={actions}>
      <Overview unit={unit} />
      <Drawer
        open={site !== null}
        size="min(760px, 100vw)"
        title={t.title}
        onClose={() => set('site', null)}
        destroyOnHidden
      >
        {site !== null && <SiteView code={site} />}
      </Drawer>
    </PageFrame>
  )
}

function Overview({ unit }: { unit: string | null }) {
  const t = operationCopy.use()
  const can = useCan()
  const [params] = useSearchParams()
  const set = useSetFilter(nothing)
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'now'
  const order = ORDERS.find((one) => one === params.get('order')) ?? 'BACKLOG'
  const { data, error, refetch } = useBoard(unit)
  const open = (code: string) => set('site', code)
  return (
    <>
      <UnitBar
        unit={unit}
        onUnit={(code) => set('unit', code)}
        mayChoose={can('network.read')}
        choose={t.chooseUnit}
        ofUnit={t.ofUnit}
      >
        <div role="group" aria-label={t.viewsLabel} className={styles.chips}>
          {VIEWS.map((one) => (
            <Chip
              key={one}
              on={view === one}
              words={t.views[one]}
              onPress={() => set('view', one === 'now' ? null : one)}
            />
          ))}
        </div>
      </UnitBar>
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={2} height={48} />}
      {data !== undefined && <Numbers board={data} />}
      {view === 'now' && (
        <Standing
          unit={unit}
          board={data}
          cause={params.get('cause')}
          onCause={(cause) => set('cause', cause)}
          onSite={open}
        />
      )}
      {view === 'sites' && (
        <SiteTable unit={unit} order={order} onOrder={(next) => set('order', next)} onSite={open} />
      )}
      {view === 'past' && <Past unit={unit} onSite={open} />}
    </>
  )
}
