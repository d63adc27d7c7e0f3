import type { Account } from '../../../api/types'
import { useUnitName } from '../../../shared/units'
import { sayGateway } from '../parts/words'
import { ledgerCopy } from './copy'

/** Whose account it is: a claim's, a gateway's, a unit's, or that of headquarters. */
export function OwnerName({ account }: { account: Account }) {
  const t = ledgerCopy.use()
  const { kind, owner } = account
  const ofUnit = kind === 'UNIT_PROVISIONAL' || kind === 'UNIT_RECEIVABLE'
  const unit = useUnitName(ofUnit ? owner : null)
  if (owner === '') return t.headquarters
  if (ofUnit) return unit
  return <span className="tabular">{kind === 'IN_TRANSIT' ? sayGateway(owner) : owner}</span>
}
