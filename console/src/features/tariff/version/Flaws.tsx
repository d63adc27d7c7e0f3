import type { Tariff, TariffFlaw } from '../../../api/types'
import styles from '../../../shared/version/Version.module.css'
import { sayRight } from '../words/right'
import { tariffCopy } from './copy'
import { sayPlace } from './flaws'

const SHOWN = 8

/** How many things are wrong, and the first of them with what would be right. */
export function Flaws({ flaws, body }: { flaws: TariffFlaw[]; body: Tariff }) {
  const t = tariffCopy.use()
  if (flaws.length === 0) return null
  return (
    <div className={styles.flaws} role="alert">
      {t.flaws(flaws.length)}
      <ul>
        {flaws.slice(0, SHOWN).map((flaw) => (
          <li key={`${flaw.field} ${flaw.code}`}>
            {sayPlace(flaw, body)}: {sayRight(flaw)}
          </li>
        ))}
      </ul>
      {flaws.length > SHOWN && t.flawsMore(flaws.length - SHOWN)}
    </div>
  )
}
