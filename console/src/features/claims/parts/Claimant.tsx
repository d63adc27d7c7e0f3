import type { ClaimView } from '../../../api/types'
import { Fact, Facts, Masked, Section } from '../../../shared/ui'
import { useCan } from '../../identity'
import { type MaskedField, unmask } from '../api'
import { claimCopy } from '../copy'
import styles from './Drawer.module.css'

/** Who claims, where the money would go, and what they say; personal data only with a reason. */
export function Claimant({ view }: { view: ClaimView }) {
  const t = claimCopy.use()
  const c = t.claimant
  const { claimant, row } = view
  const can = useCan()
  const masked = (field: MaskedField, value: string | null, label: string) => (
    <Fact name={label}>
      {field === 'payee.account' && view.payeeWay !== null && `${t.ways[view.payeeWay]} `}
      {value === null ? (
        c.unknown
      ) : (
        <Masked
          value={value}
          label={label}
          caseKey={row.number}
          onReveal={can('claim.examine') ? (reason) => unmask(row.id, field, reason) : undefined}
        />
      )}
    </Fact>
  )
  return (
    <Section title={c.title} extra={<span className={styles.faint}>{t.channels[row.channel]}</span>}>
      <Facts>
        <Fact name={c.title}>{row.sender ? c.sender : c.recipient}</Fact>
        {masked('name', claimant.name, c.name)}
        {masked('phone', claimant.phone, c.phone)}
        {masked('payee.name', claimant.payeeName, c.payeeName)}
        {masked('payee.account', claimant.payeeAccount, c.payee)}
        <Fact name={c.story}>
          <span className={styles.words}>{claimant.story ?? c.noStory}</span>
        </Fact>
      </Facts>
    </Section>
  )
}
