import { useEffect, useState } from 'react'
import type { NetworkBoard } from '../../../api/types'
import { businessNow, useBusinessNow } from '../../../shared/clock/clock'
import { useShortcut } from '../../../shared/keyboard'
import { asProperties, dark } from '../../../shared/theme'
import { clockTime, sayDay } from '../../../shared/time'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import { insightCopy } from '../copy'
import type { Measure } from '../model'
import { ProvinceBoard } from './ProvinceBoard'
import { RegionsTable } from './RegionsTable'
import { Standing } from './Standing'
import { TicketBars } from './TicketBars'
import { TrendBoard } from './TrendBoard'
import styles from './Wall.module.css'
import { WorstTable } from './WorstTable'

/** The map changes what it shows so that nobody has to touch a wall. */
const TURN_MS = 20_000
const COLOURS = asProperties(dark)

interface Props {
  board: NetworkBoard | undefined
  error: unknown
  onLeave: () => void
}

/** The board for a wall: dark, over the whole screen, nothing to press. */
export function Wall({ board, error, onLeave }: Props) {
  const t = insightCopy.use()
  const [measure, setMeasure] = useState<Measure>('silent')
  useShortcut('Escape', t.leaveWall, onLeave)
  useEffect(() => {
    const timer = setInterval(() => setMeasure((now) => (now === 'silent' ? 'overdue' : 'silent')), TURN_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    void document.documentElement.requestFullscreen?.().catch(() => undefined) // refused without a press: still fine
    return () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen()
    }
  }, [])
  return (
    <div className={styles.wall} style={COLOURS}>
      <header>
        <h1>{board?.unit.name ?? t.title}</h1>
        <Clock />
        <button type="button" onClick={onLeave}>
          {t.leaveWall}
        </button>
      </header>
      {error !== null && <ErrorState error={error} over={board !== undefined} />}
      {board === undefined ? (
        error === null && <SkeletonRows rows={12} height={48} />
      ) : (
        <div className={styles.panels}>
          <Standing board={board} />
          <div className={styles.map}>
            <Section title={t.mapQuestion[measure]}>
              <ProvinceBoard
                provinces={board.provinces}
                unit={board.unit.code}
                measure={measure}
                height="max(300px, calc(100vh - 550px))"
                onDark
              />
            </Section>
          </div>
          <div className={styles.side}>
            <Section title={t.trendQuestion}>
              <TrendBoard trend={board.trend} height={340} />
            </Section>
            <Section title={t.ticketsQuestion}>
              <TicketBars tickets={board.tickets} unit={board.unit.code} />
            </Section>
          </div>
          <div className={styles.side}>
            <Section title={t.worstQuestion} flush>
              <WorstTable rows={board.worst} />
            </Section>
            {board.regions.length > 0 && (
              <Section title={t.regionsQuestion} flush>
                <RegionsTable rows={board.regions} />
              </Section>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function Clock() {
  const now = useBusinessNow()
  return (
    <time dateTime={new Date(businessNow()).toISOString()} className="tabular">
      {sayDay(now, now)} {clockTime(now)}
    </time>
  )
}
