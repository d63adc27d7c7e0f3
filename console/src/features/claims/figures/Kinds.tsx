import type { ClaimFigures } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { Section } from '../../../shared/ui'
import { claimCopy } from '../copy'
import { figuresCopy } from './copy'
import styles from './Figures.module.css'

/** A bar for every kind: all claims, and within it those that were paid. */
export function Kinds({ kinds }: { kinds: ClaimFigures['kinds'] }) {
  const t = figuresCopy.use()
  const names = claimCopy.use().kinds
  const most = Math.max(1, ...kinds.map(({ sums }) => sums.claims))
  return (
    <Section title={t.byKind}>
      <ul className={styles.bars}>
        {kinds.map(({ kind, sums }) => (
          <li key={kind}>
            <span>{t.kindBar(names[kind], sayNumber(sums.claims), sayNumber(sums.paid))}</span>
            <i style={{ width: `${(sums.claims / most) * 100}%` }}>
              <i style={{ width: `${(sums.paid / Math.max(1, sums.claims)) * 100}%` }} />
            </i>
          </li>
        ))}
      </ul>
      <p className={styles.faint}>{t.legend}</p>
    </Section>
  )
}
