import { Link } from 'react-router'
import type { AppealView } from '../../../api/types'
import { Fact, Masked, Section, Facts as Sheet, Tag, UnitName, WaybillNumber } from '../../../shared/ui'
import { parcelPath } from '../../parcel'
import { unmask } from '../api'
import { appealCopy } from '../copy'
import { chinaDay } from '../model'

const WINDOW_MEANING = { IN_TIME: 'good', TOO_LATE: 'watch', UNKNOWN: 'plain' } as const

/** What the authority wrote down, and what the platform knows about it. */
export function Facts({ view }: { view: AppealView }) {
  const t = appealCopy.use()
  const f = t.facts
  const { appeal, complainant } = view
  const reveal = (field: 'name' | 'phone') =>
    view.actions.includes('UNMASK') ? (reason: string) => unmask(appeal.id, field, reason) : undefined
  const early = view.complainedFirst === 'TOO_EARLY' || view.complainedFirst === 'NO_COMPLAINT'
  return (
    <Section title={f.title}>
      <Sheet>
        <Fact name={f.authorityNumber}>
          <span className="tabular">{appeal.authorityNumber}</span>
        </Fact>
        <Fact name={f.office}>{appeal.office}</Fact>
        <Fact name={f.category}>
          {t.categories[appeal.category]}
          {appeal.reason !== null && ` · ${t.reasons[appeal.reason]}`}
        </Fact>
        <Fact name={f.waybill}>
          <Link to={parcelPath(appeal.waybill)}>
            <WaybillNumber waybill={appeal.waybill} />
          </Link>
        </Fact>
        <Fact name={f.complainant}>
          {complainant.name === null ? (
            f.unknown
          ) : (
            <Masked
              value={complainant.name}
              label={f.complainant}
              caseKey={appeal.number}
              onReveal={reveal('name')}
            />
          )}{' '}
          （{t.role[complainant.role]}）
        </Fact>
        <Fact name={f.phone}>
          {complainant.phone === null ? (
            f.unknown
          ) : (
            <Masked
              value={complainant.phone}
              label={f.phone}
              caseKey={appeal.number}
              onReveal={reveal('phone')}
            />
          )}
        </Fact>
        <Fact name={f.appealed}>{appeal.appealedOn}</Fact>
        <Fact name={f.forwarded}>{chinaDay(appeal.forwardedAt)}</Fact>
        <Fact name={f.posted}>{view.postedOn ?? f.unknown}</Fact>
        <Fact name={f.complainedFirst}>
          <Tag meaning={early ? 'watch' : 'good'}>{t.complainedFirst[view.complainedFirst]}</Tag>
        </Fact>
        <Fact name={f.window}>
          <Tag meaning={WINDOW_MEANING[view.window]}>{t.window[view.window]}</Tag>
        </Fact>
        <Fact name={f.ticket}>
          {view.ticketId === null ? (
            f.noTicket
          ) : (
            <Link to={`/tickets/${view.ticketId}`} className="tabular">
              {view.ticketNumber}
            </Link>
          )}
        </Fact>
        <Fact name={f.unit}>
          <UnitName unit={appeal.unit} />
        </Fact>
        <Fact name={f.handler}>{appeal.handler?.name ?? f.nobody}</Fact>
      </Sheet>
    </Section>
  )
}
