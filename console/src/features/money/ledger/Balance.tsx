import { sayFen } from '../../../shared/money'
import { ledgerCopy } from './copy'
import styles from './Ledger.module.css'
import { sideOf } from './model'

/** An amount with the side it stands on, as bookkeepers write it: 贷 1,234.50 元. */
export function Balance({ fen }: { fen: number }) {
  const t = ledgerCopy.use()
  return (
    <span className={`${styles.balance} tabular`}>
      <span>{t.sides[sideOf(fen)]}</span> {sayFen(Math.abs(fen))}
    </span>
  )
}
