import { PageLinks } from '../../../shared/ui'
import { chargeCopy } from '../copy'

/** The ways between the list, the statement and the figures. */
export function ChargeLinks() {
  const t = chargeCopy.use()
  return (
    <PageLinks
      label={t.pages}
      pages={[
        ['/charges', t.list],
        ['/charges/statement', t.statementLink],
        ['/charges/figures', t.figuresLink],
      ]}
    />
  )
}
