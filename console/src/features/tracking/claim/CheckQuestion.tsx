import type { ClaimEvidence, ClaimNeed, PublicClaim } from '../../../api/types'
import { sayMoney } from '../../tariff'
import track from '../TrackPage.module.css'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import type { Page } from './model'
import { sayPayee } from './PayeeQuestion'

interface Props {
  claim: PublicClaim
  missing: ClaimNeed[]
  onGo: (page: Page) => void
}

const WHERE: Partial<Record<ClaimEvidence, Page>> = { NOT_RECEIVED: 'details', PAYEE_ACCOUNT: 'payee' }

/** Everything once more, each with the way back to it, and what is still missing. */
export function CheckQuestion({ claim, missing, onGo }: Props) {
  const t = claimCopy.use()
  const c = t.check
  const lines: [Page, string, string][] = [
    ['kind', c.what, t.kind[claim.kind][0] ?? ''],
    ['details', c.goods, claim.goods],
    ['details', c.value, claim.claimedFen === null ? c.unsaid : sayMoney(claim.claimedFen)],
    ['details', c.story, claim.story ?? c.unsaid],
    ['evidence', c.files, c.fileCount(claim.files.length)],
    ['payee', c.payee, claim.payeeAccount === null ? c.unsaid : sayPayee(claim, t.payee)],
  ]
  return (
    <>
      <dl className={styles.lines}>
        {lines.map(([page, name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <button
              type="button"
              className={track.plain}
              aria-label={c.change(name)}
              onClick={() => onGo(page)}
            >
              ✎
            </button>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <div role="status" className={styles.note}>
          <strong>{c.missing}</strong>
          <ul>
            {missing.map(({ anyOf }) => (
              <li key={anyOf.join()}>
                <button
                  type="button"
                  className={track.plain}
                  onClick={() => onGo((anyOf[0] && WHERE[anyOf[0]]) ?? 'evidence')}
                >
                  {anyOf.map((evidence) => t.evidence[evidence]).join(' / ')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
