import { Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { Contact, ContactDetail, Disposition } from '../../../api/types'
import { sayDay, sayTime } from '../../../shared/time'
import { Chip, EmptyState, ErrorState, Section, SkeletonRows, Tag, WaybillDigits } from '../../../shared/ui'
import { useCan } from '../../identity'
import { ParcelContext } from '../../parcel'
import { TicketCard, ticketPath, useTicket } from '../../ticket'
import { useContact } from '../api'
import { deskCopy } from '../copy'
import { WhyButton } from '../why/WhyDrawer'
import { sayDisposition, sayMatter } from '../words'
import { ContractPane } from './ContractPane'
import styles from './CustomerPane.module.css'

interface Props {
  contact: Contact
  dispositions: Disposition[]
  waybill: string | null
  onWaybill: (waybill: string) => void
}

/** Who the customer is, what they have asked before, and where their parcels are. */
export function CustomerPane({ contact, dispositions, waybill, onWaybill }: Props) {
  const t = deskCopy.use()
  const { data, isError, error, refetch } = useContact(contact.id)
  return (
    <div className={styles.pane}>
      {data === undefined &&
        (isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={6} />)}
      {data !== undefined && <Who detail={data} />}
      {data != null && data.contract !== null && <ContractPane contract={data.contract} />}
      <Parcels waybills={contact.waybills} waybill={waybill} onWaybill={onWaybill} />
      {data !== undefined && (
        <>
          <Section title={t.tickets}>
            <Tickets ids={data.links.filter((link) => link.kind === 'TICKET').map((link) => link.ref)} />
          </Section>
          <Section title={t.before}>
            <Before contacts={data.before} dispositions={dispositions} />
          </Section>
        </>
      )}
    </div>
  )
}

function Who({ detail }: { detail: ContactDetail }) {
  const t = deskCopy.use()
  const { customer, contact } = detail
  return (
    <Section title={customer.name}>
      <p className={styles.tags}>
        {detail.contract === null ? (
          <Tag>{t.retail}</Tag>
        ) : (
          <Tag meaning="good">
            {t.contract} {detail.contract.code}
          </Tag>
        )}
        <Tag>{t.level(contact.level)}</Tag>
        <Tag>{sayMatter(contact.matter)}</Tag>
        {contact.repeats > 0 && <Tag meaning="watch">{t.repeats(contact.repeats)}</Tag>}
        <WhyButton contact={contact} />
      </p>
      <dl className={styles.facts}>
        {customer.identities.map((identity) => (
          <div key={identity.id}>
            <dt>{t.identity[identity.kind] ?? identity.kind}</dt>
            <dd className="tabular">{identity.label}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>{t.customerSince(sayDay(Date.parse(customer.since), Date.now()))}</p>
    </Section>
  )
}

function Parcels(props: {
  waybills: string[]
  waybill: string | null
  onWaybill: (waybill: string) => void
}) {
  const t = deskCopy.use()
  const can = useCan()
  const { waybills, waybill, onWaybill } = props
  if (waybills.length === 0 || waybill === null) {
    return (
      <Section title={t.parcels}>
        <p className={styles.soft}>
          {t.noParcels}
          <br />
          {t.noParcelsHint}
        </p>
      </Section>
    )
  }
  return (
    <section className={styles.parcels} aria-label={t.parcels}>
      <h2>{t.parcels}</h2>
      {waybills.length > 1 ? (
        <div className={styles.tags}>
          {waybills.map((one) => (
            <Chip key={one} on={one === waybill} words={one} onPress={() => onWaybill(one)} />
          ))}
        </div>
      ) : (
        <p className={styles.waybill}>
          <WaybillDigits waybill={waybill} />
        </p>
      )}
      {can('parcel.read') ? (
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <ParcelContext key={waybill} waybill={waybill} />
        </Suspense>
      ) : (
        <p className={styles.soft}>{t.noParcelPermission}</p>
      )}
    </section>
  )
}

function Tickets({ ids }: { ids: string[] }) {
  const t = deskCopy.use()
  if (ids.length === 0) return <p className={styles.soft}>{t.noTickets}</p>
  return (
    <ul className={styles.list}>
      {ids.map((id) => (
        <li key={id}>
          <Linked id={id} />
        </li>
      ))}
    </ul>
  )
}

function Linked({ id }: { id: string }) {
  const { data, isError, error } = useTicket(id)
  if (data === undefined) return isError ? <ErrorState error={error} over /> : <SkeletonRows rows={2} />
  return (
    <Link to={ticketPath(id)} className={styles.ticket}>
      <TicketCard ticket={data} insideLink />
    </Link>
  )
}

function Before({ contacts, dispositions }: { contacts: Contact[]; dispositions: Disposition[] }) {
  const t = deskCopy.use()
  const [all, setAll] = useState(false)
  if (contacts.length === 0) return <EmptyBefore />
  const shown = all ? contacts : contacts.slice(0, 5)
  return (
    <ul className={styles.list}>
      {shown.map((contact) => {
        const disposition = dispositions.find((one) => one.code === contact.disposition)
        return (
          <li key={contact.id} className={styles.before}>
            <span>
              {sayTime(contact.since, Date.now())} · {t.channel[contact.channel]}
            </span>
            <span>{disposition === undefined ? sayMatter(contact.matter) : sayDisposition(disposition)}</span>
            <span className={styles.soft}>
              {contact.agent?.name} {contact.end !== null && t.end[contact.end]}
              {contact.score !== null && <Tag>{t.score(contact.score)}</Tag>}
            </span>
          </li>
        )
      })}
      {shown.length < contacts.length && (
        <li>
          <Chip on={false} words={`+${contacts.length - shown.length}`} onPress={() => setAll(true)} />
        </li>
      )}
    </ul>
  )
}

function EmptyBefore() {
  const t = deskCopy.use()
  return <p className={styles.soft}>{t.noBefore}</p>
}

/** Beside nothing there is nothing to say. */
export function NoCustomer() {
  const t = deskCopy.use()
  return <EmptyState title={t.customer}>{t.pick}</EmptyState>
}
