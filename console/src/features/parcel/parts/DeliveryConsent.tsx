import type { ParcelDelivery } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { joinClauses } from '../../../shared/i18n'
import { sayDay, sayTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import styles from './DeliveryConsent.module.css'

/** How the recipient wants it and what they agreed to, in a sentence; and whether it was left somewhere before they agreed. */
export function DeliveryConsent({ delivery }: { delivery: ParcelDelivery }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const left = delivery.leftWithoutConsentAt
  return (
    <p className={styles.delivery}>
      <strong>{t.delivery.title}</strong>
      <span>{sayDelivery(delivery, now, t)}</span>
      {left !== null && <Tag meaning="watch">{t.delivery.unasked(sayTime(left, now))}</Tag>}
    </p>
  )
}

function sayDelivery(
  { wish, consents }: ParcelDelivery,
  now: number,
  t: ReturnType<typeof parcelCopy.use>,
): string {
  if (wish === null && consents.length === 0) return t.delivery.nothing
  const agreed = consents.map((consent) =>
    t.delivery.agreed(
      t.delivery.mode[consent.mode],
      sayDay(Date.parse(consent.at), now),
      t.delivery.channel[consent.channel],
    ),
  )
  return t.delivery.recipient(joinClauses([sayWish(wish, consents, t), ...agreed]))
}

/** The door needs nobody's consent; another wish goes without saying once it was agreed to, and says so where it was not. */
function sayWish(
  wish: ParcelDelivery['wish'],
  consents: ParcelDelivery['consents'],
  t: ReturnType<typeof parcelCopy.use>,
): string {
  if (wish === 'DOOR') return t.delivery.wants(t.delivery.mode.DOOR)
  if (wish === null || consents.some((consent) => consent.mode === wish)) return ''
  return t.delivery.wantsOnly(t.delivery.mode[wish])
}
