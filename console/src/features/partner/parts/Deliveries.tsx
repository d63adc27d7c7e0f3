import { App, Button } from 'antd'
import type { Delivery } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { exactTime } from '../../../shared/time'
import { EmptyState, ErrorState, SkeletonRows, Tag } from '../../../shared/ui'
import { useDeliveries, useWebhookActions } from '../api'
import { partnerCopy } from '../copy'
import styles from '../KeyPage.module.css'
import { meaningOf, sayEvent, sayState } from '../words'

/** What was sent to an endpoint lately, the newest first, and what became of it. */
export function Deliveries({ keyId, webhookId }: { keyId: string; webhookId: string }) {
  const t = partnerCopy.use()
  const { message } = App.useApp()
  const { data, error, refetch } = useDeliveries(webhookId)
  const { replay } = useWebhookActions(keyId)
  const onError = (problem: unknown) => message.error(sayProblem(problem))
  if (data === undefined) {
    return (
      <div className={styles.log}>
        {error === null ? (
          <SkeletonRows rows={3} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  if (data.items.length === 0) {
    return (
      <div className={styles.log}>
        <EmptyState title={t.noDeliveries}>{t.noDeliveriesHint}</EmptyState>
      </div>
    )
  }
  return (
    <section className={styles.log} aria-label={t.log}>
      <div className={styles.actions}>
        <Button
          size="small"
          loading={replay.isPending}
          onClick={() =>
            replay.mutate(
              { id: webhookId, onlyFailed: true },
              { onSuccess: ({ deliveries }) => message.success(t.replayedCount(deliveries)), onError },
            )
          }
        >
          {t.replayFailed}
        </Button>
      </div>
      <table>
        <thead>
          <tr>
            <th>{t.delivery.event}</th>
            <th className={styles.wide}>{t.delivery.at}</th>
            <th>{t.delivery.state}</th>
            <th className={styles.wide}>{t.delivery.attempts}</th>
            <th>
              <span className="visually-hidden">{t.delivery.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              onReplay={() =>
                replay.mutate(
                  { id: webhookId, deliveryId: delivery.id },
                  {
                    onSuccess: ({ deliveries }) =>
                      deliveries === 0 ? message.info(t.notReplayed) : message.success(t.replayed),
                    onError,
                  },
                )
              }
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DeliveryRow({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const t = partnerCopy.use()
  const waiting = delivery.state === 'PENDING' || delivery.state === 'SENDING'
  return (
    <tr>
      <td>
        <details>
          <summary>{sayEvent(delivery.event)}</summary>
          <pre>{JSON.stringify(JSON.parse(delivery.payload), null, 2)}</pre>
        </details>
      </td>
      <td className={styles.wide}>{exactTime(delivery.at)}</td>
      <td>
        <Tag meaning={meaningOf(delivery.state)}>{sayState(delivery.state)}</Tag>{' '}
        {delivery.code !== null && <code className={styles.soft}>{delivery.code}</code>}
      </td>
      <td className={styles.wide}>{delivery.attempts}</td>
      <td>
        <Button size="small" type="link" disabled={waiting} onClick={onReplay}>
          {t.replay}
        </Button>
      </td>
    </tr>
  )
}
