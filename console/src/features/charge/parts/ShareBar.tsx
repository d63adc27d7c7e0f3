import type { ChargeView } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { sayFen } from '../../../shared/money'
import { Section, UnitName } from '../../../shared/ui'
import { chargeCopy } from '../copy'
import { sayPerMille } from '../model'
import drawer from './Drawer.module.css'
import styles from './ShareBar.module.css'

/** Who bears how much, as a bar and in words; below, who inside a unit is to answer for it. */
export function ShareBar({ view }: { view: ChargeView }) {
  const t = chargeCopy.use()
  const s = t.shares
  const { units } = view.charge
  if (units.length === 0) {
    return (
      <Section title={s.title}>
        <p className={drawer.faint}>{s.none}</p>
      </Section>
    )
  }
  return (
    <Section title={s.title}>
      <div className={styles.bar} aria-hidden="true">
        {units.map(({ unit, perMille }) => (
          <i key={unit.code} style={{ flexGrow: perMille }} />
        ))}
      </div>
      <ul className={styles.units} aria-label={s.label}>
        {units.map(({ unit, perMille, fen }) => {
          const shares = view.shares.filter((share) => share.unit.code === unit.code)
          const [first] = shares
          const duties = shares.filter((share) => share.duty !== 'UNIT')
          return (
            <li key={unit.code}>
              <i aria-hidden="true" />
              <span>
                <UnitName unit={unit} withKind />{' '}
                {first !== undefined && <span className={drawer.faint}>{t.parties[first.party]}</span>}
              </span>
              <b className="tabular">{sayPerMille(perMille)}</b>
              <b className="tabular">{sayFen(fen)}</b>
              {duties.length > 0 && (
                <small>
                  {s.inside(
                    joinList(
                      duties.map((share) => s.duty(t.duties[share.duty], sayPerMille(share.perMille))),
                    ),
                  )}
                </small>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
