import type { ClaimKind, PublicClaims } from '../../../api/types'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import { KINDS } from './model'

const PICTURE: Record<ClaimKind, string> = {
  LOSS: '🔍',
  TOTAL_DAMAGE: '💥',
  PARTIAL_DAMAGE: '🩹',
  SHORTAGE: '📭',
  MISMATCH: '🔄',
  DELAY: '⏰',
  TOTAL_DELAY: '⌛',
  FEE_REFUND: '🧾',
}

interface Props {
  view: PublicClaims
  kind: ClaimKind | null
  onChoose: (kind: ClaimKind) => void
}

/** What happened: cards, and below what may speak against it, which hinders nobody. */
export function KindQuestion({ view, kind, onChoose }: Props) {
  const t = claimCopy.use()
  const doubts = view.doubts.find((each) => each.kind === kind)?.doubts ?? []
  return (
    <>
      <p className={styles.soft}>{t.kind.hint}</p>
      <fieldset className={styles.cards}>
        <legend className={styles.hidden}>{t.kind.title}</legend>
        {KINDS.map((each) => (
          <label key={each} data-on={each === kind}>
            <input
              type="radio"
              name="kind"
              className={styles.hidden}
              checked={each === kind}
              onChange={() => onChoose(each)}
            />
            <span aria-hidden="true" className={styles.picture}>
              {PICTURE[each]}
            </span>
            <strong>{t.kind[each][0]}</strong>
            <small>{t.kind[each][1]}</small>
          </label>
        ))}
      </fieldset>
      <div role="status">
        {doubts.length > 0 && (
          <div className={styles.note}>
            <strong>{t.doubt.title}</strong>
            {doubts.map((doubt) => (
              <p key={doubt}>{t.doubt[doubt]}</p>
            ))}
            <p>{t.doubt.after}</p>
          </div>
        )}
      </div>
    </>
  )
}
