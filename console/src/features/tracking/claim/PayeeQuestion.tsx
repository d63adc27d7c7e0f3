import { useState } from 'react'
import type { PayeeWay, PublicClaim, PublicClaims } from '../../../api/types'
import track from '../TrackPage.module.css'
import { savePayee } from './api'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import { Field } from './Field'
import { Trouble } from './Trouble'
import { useWork } from './useWork'

const WAYS: PayeeWay[] = ['ALIPAY', 'BANK_CARD', 'WECHAT']

interface Props {
  proof: string
  claim: PublicClaim
  onView: (view: PublicClaims) => void
}

/** Where the money goes; what was saved is shown masked and never comes back into the form. */
export function PayeeQuestion({ proof, claim, onView }: Props) {
  const t = claimCopy.use()
  const p = t.payee
  const { busy, problem, run } = useWork()
  const [open, setOpen] = useState(claim.payeeAccount === null || claim.state === 'PAYEE_WRONG')
  const [way, setWay] = useState<PayeeWay>(claim.payeeWay ?? 'ALIPAY')
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  const [lacks, setLacks] = useState<{ account?: boolean; name?: boolean }>({})
  const refused = (field: string) => problem?.errors.some((error) => error.field === field) ?? false

  async function save() {
    const missing = { account: account.trim() === '', name: name.trim() === '' }
    setLacks(missing)
    if (missing.account || missing.name) return
    const view = await run(() => savePayee(proof, way, account.replace(/\s/g, ''), name.trim()))
    if (view === null) return
    setAccount('')
    setName('')
    setOpen(false)
    onView(view)
  }

  if (!open) {
    return (
      <div className={styles.note}>
        <p>{sayPayee(claim, p)}</p>
        <button type="button" className={track.plain} onClick={() => setOpen(true)}>
          {p.change}
        </button>
      </div>
    )
  }
  return (
    <form
      className={track.question}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className={styles.soft}>{p.hint}</p>
      <fieldset className={styles.ways}>
        <legend>{p.way}</legend>
        {WAYS.map((each) => (
          <label key={each} data-on={each === way}>
            <input
              type="radio"
              name="way"
              className={styles.hidden}
              checked={each === way}
              onChange={() => setWay(each)}
            />
            {p[each]}
          </label>
        ))}
      </fieldset>
      <Field
        title={p.account[way]}
        wrong={lacks.account || refused('account') ? p.accountWrong[way] : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            value={account}
            inputMode={way === 'BANK_CARD' ? 'numeric' : 'text'}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={120}
            onChange={(event) => setAccount(event.target.value)}
          />
        )}
      </Field>
      <Field title={p.name} wrong={lacks.name || refused('name') ? p.nameNeeded : undefined}>
        {(tied) => (
          <input
            {...tied}
            value={name}
            autoComplete="name"
            maxLength={40}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {!refused('account') && !refused('name') && <Trouble problem={problem} />}
      <button type="submit" className={track.second} disabled={busy}>
        {busy ? t.saving : p.save}
      </button>
    </form>
  )
}

type Words = ReturnType<typeof claimCopy.now>['payee']

/** The account as it is kept, masked. */
export function sayPayee(claim: PublicClaim, words: Words): string {
  return claim.payeeWay === null
    ? ''
    : words.kept(words[claim.payeeWay], claim.payeeAccount ?? '', claim.payeeName ?? '')
}
