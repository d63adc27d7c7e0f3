import type { ParcelView, Party } from '../../../api/types'
import { Masked } from '../../../shared/ui'
import { useCan } from '../../identity'
import { unmask } from '../api'
import { parcelCopy } from '../copy'
import type { MaskedField } from '../model'
import styles from './Parties.module.css'

const FIELDS = ['name', 'phone', 'address'] as const

/** Sender and recipient, masked; each field opens with a reason that is recorded. */
export function Parties({ parcel, only }: { parcel: ParcelView; only?: 'recipient' }) {
  const t = parcelCopy.use()
  return (
    <div className={styles.parties}>
      <OneParty parcel={parcel} who="recipient" party={parcel.recipient} title={t.recipient} />
      {only === undefined && <OneParty parcel={parcel} who="sender" party={parcel.sender} title={t.sender} />}
    </div>
  )
}

interface Props {
  parcel: ParcelView
  who: 'recipient' | 'sender'
  party: Party | null
  title: string
}

function OneParty({ parcel, who, party, title }: Props) {
  const t = parcelCopy.use()
  const can = useCan()
  if (party === null) {
    return null
  }
  return (
    <dl className={styles.party}>
      <dt className={styles.title}>{title}</dt>
      {FIELDS.map((name) => {
        const value = party[name]
        const field: MaskedField = `${who}.${name}`
        return (
          value !== null && (
            <dd key={name}>
              <Masked
                value={value}
                label={`${title}${t.field[name]}`}
                caseKey={parcel.waybill}
                onReveal={
                  can('parcel.unmask') ? (reason) => unmask(parcel.waybill, field, reason) : undefined
                }
              />
            </dd>
          )
        )
      })}
    </dl>
  )
}
