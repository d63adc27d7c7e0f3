import type { ClaimKind } from '../../../api/types'
import { sayMoney } from '../../tariff'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import { Field } from './Field'
import { isLate, isPart, type Written, type Wrong } from './model'

interface Props {
  kind: ClaimKind
  insuredFen: number | null
  written: Written
  wrong: Wrong
  onChange: (more: Partial<Written>) => void
}

/** What was in it, what it was worth and what became of it. */
export function DetailsQuestion({ kind, insuredFen, written, wrong, onChange }: Props) {
  const t = claimCopy.use()
  const d = t.details
  const complaint = (field: keyof Wrong) => {
    const flaw = wrong[field]
    if (flaw === undefined) return undefined
    if (flaw === 'more') return d.lostMore
    if (flaw === 'wrong') return d.yuanWrong
    return field === 'goods' ? d.goodsNeeded : d.yuanNeeded
  }
  const yuan = (field: 'claimed' | 'lost' | 'fee', title: string, hint?: string) => (
    <Field title={title} hint={hint ?? ''} wrong={complaint(field)}>
      {(tied) => (
        <input
          {...tied}
          value={written[field]}
          inputMode="decimal"
          autoComplete="off"
          maxLength={14}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      {insuredFen !== null && insuredFen > 0 && (
        <p className={styles.soft}>{d.insured(sayMoney(insuredFen))}</p>
      )}
      <Field title={d.goods} hint={d.goodsHint} wrong={complaint('goods')}>
        {(tied) => (
          <input
            {...tied}
            value={written.goods}
            autoComplete="off"
            maxLength={60}
            onChange={(event) => onChange({ goods: event.target.value })}
          />
        )}
      </Field>
      {!isLate(kind) && yuan('claimed', d.claimed)}
      {isPart(kind) && yuan('lost', d.lost)}
      {yuan('fee', d.fee + t.optional, d.feeHint)}
      <Field title={d.story + t.optional} hint={d.storyHint}>
        {(tied) => (
          <textarea
            {...tied}
            rows={4}
            value={written.story}
            maxLength={1000}
            onChange={(event) => onChange({ story: event.target.value })}
          />
        )}
      </Field>
      {kind === 'LOSS' && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={written.notReceived}
            onChange={(event) => onChange({ notReceived: event.target.checked })}
          />
          {d.notReceived}
        </label>
      )}
    </>
  )
}
