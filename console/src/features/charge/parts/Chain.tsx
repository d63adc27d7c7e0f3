import type { ChargeStop, ChargeView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { joinList } from '../../../shared/i18n'
import { exactTime, sayNumber, sayTime } from '../../../shared/time'
import { cx, Section, UnitName } from '../../../shared/ui'
import { parcelCopy } from '../../parcel'
import { shownChain } from '../chain'
import { chargeCopy } from '../copy'
import styles from './Chain.module.css'
import drawer from './Drawer.module.css'

/** The scans from first to last, those that the judgement rests on marked, and where the chain broke. */
export function Chain({ view }: { view: ChargeView }) {
  const t = chargeCopy.use()
  const c = t.chain
  const scans = parcelCopy.use().scan
  const now = useBusinessNow()
  const link = view.reasons?.link ?? null
  return (
    <Section title={c.title}>
      {view.chain.length === 0 && <p className={drawer.faint}>{c.none}</p>}
      <ol className={styles.chain}>
        {shownChain(view).map(({ key, stop, reasons, broken }) => (
          <li key={key} className={cx(reasons.length > 0 && styles.proof, broken && styles.last)}>
            <time dateTime={stop.at} title={exactTime(stop.at)} className="tabular">
              {sayTime(stop.at, now)}
            </time>
            <div>
              <strong>{scans[stop.type]}</strong> <UnitName unit={stop.site} />
              <Details stop={stop} />
              {reasons.length > 0 && <small>{c.rests(joinList(reasons.map(String)))}</small>}
              {broken && link !== null && <p className={styles.broken}>{c.broken(t.links[link])}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Details({ stop }: { stop: ChargeStop }) {
  const c = chargeCopy.use().chain
  const words = [
    stop.nextSite === null ? null : c.to(stop.nextSite.name),
    stop.bag === null ? null : c.bag(stop.bag),
    stop.weightGrams === null ? null : c.weight(sayNumber(stop.weightGrams / 1_000)),
    stop.remark,
  ].filter((word) => word !== null && word !== '')
  return words.length === 0 ? null : <small>{words.join(' · ')}</small>
}
