import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { createContext, useContext } from 'react'
import { api } from '../../../api/client'
import { keys, putAnswer } from '../../../api/query'
import type { Channel, ConversationChannel } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { deskCopy } from '../copy'
import styles from './ChannelBar.module.css'

/** In case a hint was lost. */
const EVERY_MS = 10_000

type Carried = ConversationChannel & { conversation: string }

/** What the channel says of a conversation that others carry; undefined for our own chat and until it is known. */
export function useConversationChannel(conversation: string, channel: Channel): Carried | undefined {
  return useQuery({
    queryKey: keys.conversationChannel(conversation),
    queryFn: ({ signal }) =>
      api.get<ConversationChannel>(`/desk/conversations/${conversation}/channel`, undefined, signal),
    enabled: channel !== 'CHAT' && channel !== 'PHONE',
    refetchInterval: EVERY_MS,
    select: (found): Carried => ({ ...found, conversation }),
  }).data
}

/** The channel of the conversation that is shown, for the marks of its messages. */
export const CarriedBy = createContext<Carried | undefined>(undefined)

/** On which account the customer writes, and how long and how often one may still answer. */
export function ChannelBar({ channel }: { channel: ConversationChannel | undefined }) {
  const t = deskCopy.use()
  if (channel === undefined || channel.limits === null) return null
  const { limits, accountName } = channel
  return (
    <p className={cx(styles.bar, limits.closed !== null && styles.closed)} role="status">
      <span>{t.writesOn(t.channel[channel.channel], accountName ?? '')}</span>
      {limits.closed !== null ? (
        <strong>{t.notDelivered[limits.closed] ?? t.notDeliveredOther(limits.closed)}</strong>
      ) : (
        <>
          {limits.left !== null && <span>{t.messagesLeft(limits.left)}</span>}
          {limits.until !== null && <span>{t.answerUntil(sayTime(limits.until, Date.now()))}</span>}
        </>
      )}
    </p>
  )
}

/** How far a message has come on a channel of others, with why it did not arrive; nothing where nobody carried it. */
export function DeliveryMark({ seq }: { seq: number }) {
  const t = deskCopy.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const carried = useContext(CarriedBy)
  const delivery = carried?.deliveries.find((one) => one.seq === seq)
  const conversation = carried?.conversation ?? ''
  const again = useMutation({
    mutationFn: () =>
      api.post<ConversationChannel>(`/desk/conversations/${conversation}/deliveries/${seq}/again`),
    onSuccess: (channel) => putAnswer(client, keys.conversationChannel(conversation), channel),
    onError: (problem) => message.error(sayProblem(problem)),
  })
  if (delivery === undefined) return null
  const { state, code } = delivery
  if (state !== 'FAILED' && state !== 'UNKNOWN') return <small data-mark={state}>{t.delivery[state]}</small>
  const why = code === null ? '' : (t.notDelivered[code] ?? t.notDeliveredOther(code))
  return (
    <small className={styles.failed} role="alert">
      {t.delivery[state]}
      {why !== '' && `：${why}`}
      <Button size="small" type="link" loading={again.isPending} onClick={() => again.mutate()}>
        {t.again}
      </Button>
    </small>
  )
}
