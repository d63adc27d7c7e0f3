import type { ChargeReasons, ChargeView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { useLocale } from '../../../shared/i18n'
import { sayTime } from '../../../shared/time'
import { Fact, Facts, Section } from '../../../shared/ui'
import { parcelCopy } from '../../parcel'
import { chargeCopy } from '../copy'
import { unitsOf, withNames } from '../model'
import drawer from './Drawer.module.css'
import styles from './Why.module.css'

/** Why: what the judgement rests on, and the engine's steps as sentences, each with its scan. */
export function Why({ view }: { view: ChargeView }) {
  const t = chargeCopy.use()
  const w = t.why
  const { reasons } = view
  if (reasons === null) {
    return (
      <Section title={w.title}>
        <p className={drawer.faint}>{w.none}</p>
      </Section>
    )
  }
  return (
    <Section title={w.title} extra={<span className={drawer.faint}>{w.standard(reasons.standard)}</span>}>
      <Summary reasons={reasons} />
      <Steps view={view} reasons={reasons} />
      {view.history.some((entry) => entry.what === 'SETTLED') && <p>{w.settled}</p>}
    </Section>
  )
}

function Summary({ reasons }: { reasons: ChargeReasons }) {
  const t = chargeCopy.use()
  const w = t.why
  return (
    <Facts>
      {reasons.link !== null && (
        <Fact name={w.link}>
          <strong>{t.links[reasons.link]}</strong>
        </Fact>
      )}
      {reasons.basis !== null && <Fact name={w.basis}>{t.bases[reasons.basis]}</Fact>}
      {reasons.confidence !== null && <Fact name={w.confidence}>{t.confidences[reasons.confidence]}</Fact>}
      {reasons.doubt !== null && <Fact name={w.doubt}>{t.doubts[reasons.doubt]}</Fact>}
      {reasons.exemption !== null && <Fact name={w.exemption}>{t.exemptions[reasons.exemption]}</Fact>}
    </Facts>
  )
}

function Steps({ view, reasons }: { view: ChargeView; reasons: ChargeReasons }) {
  const w = chargeCopy.use().why
  const scans = parcelCopy.use().scan
  const english = useLocale() === 'en'
  const now = useBusinessNow()
  const units = unitsOf(view)
  return (
    <ol className={styles.steps}>
      {reasons.steps.map(({ chinese, english: inEnglish, scan }) => (
        <li key={`${chinese} ${scan?.scannedAt}`}>
          {withNames(english ? inEnglish : chinese, units)}
          <small>
            {scan === null
              ? w.noScan
              : w.scan(
                  units.get(scan.site)?.name ?? scan.site,
                  scans[scan.type],
                  sayTime(scan.scannedAt, now),
                )}
          </small>
        </li>
      ))}
    </ol>
  )
}
