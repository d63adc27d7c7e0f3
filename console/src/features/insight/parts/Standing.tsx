import type { NetworkBoard } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import type { Meaning } from '../../../shared/ui'
import { useCan } from '../../identity'
import { insightCopy } from '../copy'
import { FRESH_SECONDS, findingsPath, PRECISION_TARGET, underWayPath } from '../model'
import { saySeconds, sayShare } from '../words'
import { BigNumber } from './BigNumber'
import styles from './BigNumber.module.css'

/** The numbers one asks for first; each opens the list that it counts, where there is one and one may see it. */
export function Standing({ board }: { board: NetworkBoard }) {
  const t = insightCopy.use()
  const can = useCan()
  const { tickets, warnings, freshness, unit } = board
  const ticketList = (query: string) =>
    can('ticket.read') ? `/tickets?view=all&${query}&unit=${unit.code}` : null
  const findings = can('parcel.read') ? findingsPath({ unit: unit.code }) : null
  const underWay = (watched: boolean) =>
    can('parcel.read') ? underWayPath({ unit: unit.code, watched }) : null
  const act = (count: number): Meaning => (count > 0 ? 'act' : 'good')
  return (
    <section className={styles.row} aria-label={t.numbers}>
      <BigNumber
        label={t.silent}
        value={sayNumber(board.silentNow)}
        meaning={act(board.silentNow)}
        means={t.silentMeans(sayNumber(board.silentRaisedToday), sayNumber(board.silentRaisedYesterday))}
        to={findings}
      />
      <BigNumber
        label={t.overdue}
        value={sayNumber(tickets.overdue)}
        meaning={act(tickets.overdue)}
        means={t.overdueMeans(sayNumber(tickets.dueSoon))}
        to={ticketList('only=overdue')}
      />
      <BigNumber
        label={t.atHeadquarters}
        value={sayNumber(tickets.atHeadquarters)}
        meaning={tickets.atHeadquarters > 0 ? 'watch' : 'good'}
        means={t.atHeadquartersMeans(sayNumber(tickets.atRegion))}
        to={ticketList('level=HEADQUARTERS')}
      />
      <BigNumber
        label={t.inTime}
        value={sayShare(tickets.answeredInTimeShare)}
        means={t.inTimeMeans(sayNumber(tickets.closedToday))}
        to={ticketList('state=CLOSED')}
      />
      <BigNumber
        label={t.precision}
        value={sayShare(warnings.precision)}
        meaning={against(warnings.precision, (value) => value >= PRECISION_TARGET)}
        means={t.precisionMeans(sayShare(PRECISION_TARGET))}
        to={can('parcel.read') ? findingsPath({ unit: unit.code, all: true }) : null}
      />
      <BigNumber
        label={t.fresh}
        value={saySeconds(freshness.p95Seconds)}
        meaning={against(freshness.p95Seconds, (value) => value <= FRESH_SECONDS)}
        means={t.freshMeans(saySeconds(FRESH_SECONDS))}
        to={`/boards/freshness?unit=${unit.code}`}
      />
      <BigNumber label={t.watch} value={sayNumber(board.watchNow)} means={t.watchMeans} to={underWay(true)} />
      <BigNumber
        label={t.inFlight}
        value={sayNumber(board.inFlight)}
        means={t.inFlightMeans}
        to={underWay(false)}
      />
    </section>
  )
}

function against(value: number | null, good: (value: number) => boolean): Meaning {
  return value === null ? 'plain' : good(value) ? 'good' : 'watch'
}
