import { Button } from 'antd'
import { useState } from 'react'
import type { ClaimView } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { sayFen } from '../../../shared/money'
import { Fact, Facts, Section } from '../../../shared/ui'
import { useCan } from '../../identity'
import { claimCopy } from '../copy'
import { mayChangeFacts } from '../model'
import { FactsForm } from './FactsForm'

/** What people say of the case, and the way to correct it. */
export function FactsBox({ view }: { view: ClaimView }) {
  const t = claimCopy.use()
  const f = t.facts
  const can = useCan()
  const [editing, setEditing] = useState(false)
  const { what, row } = view
  const money = (fen: number | null | undefined) => (fen == null ? f.none : sayFen(fen))
  return (
    <Section
      title={f.title}
      extra={
        can('claim.examine') &&
        mayChangeFacts(row.state) && (
          <Button size="small" onClick={() => setEditing(true)}>
            {f.edit}
          </Button>
        )
      }
    >
      <Facts>
        <Fact name={t.kind}>
          {t.kinds[what.kind]}
          {what.mismatch !== null && ` · ${t.mismatches[what.mismatch]}`}
        </Fact>
        <Fact name={f.goods}>{row.goods || f.none}</Fact>
        <Fact name={f.claimed}>{money(what.worth.claimedFen)}</Fact>
        <Fact name={f.proven}>
          {money(what.worth.provenFen)}
          {what.worth.nothingFurther && ` · ${f.nothingFurther}`}
        </Fact>
        <Fact name={f.insured}>{money(what.worth.insuredFen)}</Fact>
        <Fact name={f.lost}>{money(what.extent?.lostFen)}</Fact>
        <Fact name={f.carriage}>{sayFen(what.fees.carriageFen)}</Fact>
        <Fact name={f.insurance}>{sayFen(what.fees.insuranceFen)}</Fact>
        <Fact name={f.evidence}>
          {what.evidence.length === 0 ? f.none : joinList(what.evidence.map((one) => t.evidence[one]))}
        </Fact>
        <Fact name={f.exclusions}>
          {what.found.length === 0
            ? f.none
            : joinList(what.found.map((one) => `${t.exclusions[one.exclusion]} ${one.perMille / 10}%`))}
        </Fact>
        {what.grossNegligence && <Fact name="">{f.gross}</Fact>}
      </Facts>
      {editing && <FactsForm view={view} onDone={() => setEditing(false)} />}
    </Section>
  )
}
