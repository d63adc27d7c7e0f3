import { useState } from 'react'
import { Link } from 'react-router'
import type { NetworkBoard } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { insightCopy } from '../copy'
import type { Measure } from '../model'
import styles from './Board.module.css'
import { Freshness } from './Freshness'
import { MeasureSwitch, ProvinceBoard } from './ProvinceBoard'
import { RegionsTable } from './RegionsTable'
import { Standing } from './Standing'
import { TicketBars } from './TicketBars'
import { TrendBoard } from './TrendBoard'
import { Warnings } from './Warnings'
import { WorstTable } from './WorstTable'

/** Every panel answers the question in its title. */
export function Board({ board }: { board: NetworkBoard }) {
  const t = insightCopy.use()
  const [measure, setMeasure] = useState<Measure>('silent')
  return (
    <div className={styles.board}>
      <Standing board={board} />
      <div className={styles.wide}>
        <Section
          title={t.mapQuestion[measure]}
          extra={<MeasureSwitch value={measure} onChange={setMeasure} />}
        >
          <ProvinceBoard provinces={board.provinces} unit={board.unit.code} measure={measure} />
        </Section>
      </div>
      <div className={styles.narrow}>
        <Section title={t.worstQuestion} flush>
          <WorstTable rows={board.worst} />
        </Section>
      </div>
      <div className={styles.wide}>
        <Section title={t.trendQuestion}>
          <TrendBoard trend={board.trend} />
        </Section>
      </div>
      <div className={styles.narrow}>
        <Section title={t.ticketsQuestion}>
          <TicketBars tickets={board.tickets} unit={board.unit.code} />
        </Section>
      </div>
      <div className={styles.wide}>
        <Section title={board.unit.kind === 'HEADQUARTERS' ? t.regionsQuestion : t.regionsOfUnit} flush>
          <RegionsTable rows={board.regions} />
        </Section>
      </div>
      <div className={styles.narrow}>
        <Section title={t.warningsQuestion}>
          <Warnings warnings={board.warnings} />
        </Section>
        <Section
          title={t.freshQuestion}
          extra={<Link to={`/boards/freshness?unit=${board.unit.code}`}>{t.freshnessMore}</Link>}
        >
          <Freshness freshness={board.freshness} />
        </Section>
      </div>
    </div>
  )
}
