import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { api } from '../../../api/client'
import { keys, putAnswer } from '../../../api/query'
import type { TicketView } from '../../../api/types'
import { useMe } from '../../identity'
import { uploadPhoto } from '../../ticket'
import { outletCopy } from '../copy'
import type { QueuedAnswer } from './model'
import { AnswerQueue, type QueueView } from './queue'

const RETRY_MS = 15_000

const queue = new AnswerQueue({
  upload: (ticketId, photo) => uploadPhoto(ticketId, new File([photo], 'photo.jpg', { type: 'image/jpeg' })),
  answer: (item) =>
    api.post<TicketView>(`/tickets/${item.ticketId}/answer`, {
      kind: item.kind,
      remark: item.remark,
      until: item.until ?? undefined,
      misdirectedTo: item.misdirectedTo ?? undefined,
      photoIds: item.photos.length > 0 ? item.photos.map((photo) => photo.id) : undefined,
      version: item.version,
    }),
  ticket: (ticketId) => api.get<TicketView>(`/tickets/${ticketId}`),
})

export const addAnswer = (item: QueuedAnswer) => queue.add(item)
export const removeAnswer = (id: string) => queue.remove(id)

/** What this person has given and the server has not yet. */
export function useAnswerQueue(): QueueView {
  const view = useSyncExternalStore(queue.subscribe, queue.snapshot)
  const me = useMe()
  return { ...view, items: view.items.filter((item) => item.person === me.id) }
}

/** Sends now what waits; what arrives shows at once in the lists. */
export function useSendAnswers(): () => Promise<void> {
  const client = useQueryClient()
  const { message } = App.useApp()
  const me = useMe()
  return useCallback(
    () =>
      queue.flush(me.id, (item, view) => {
        message.success(outletCopy.now().sent)
        putAnswer(client, keys.ticket(item.ticketId), view)
        for (const queryKey of [keys.tickets, keys.ticketCounts, keys.parcelTickets(item.waybill)]) {
          void client.invalidateQueries({ queryKey })
        }
      }),
    [client, message, me.id],
  )
}

/** Sends by itself: when the network returns, when the page is looked at again, and every now and then. */
export function useSendByItself(): void {
  const send = useSendAnswers()
  const { items } = useAnswerQueue()
  const waiting = items.some((item) => item.state === 'WAITING')
  useEffect(() => {
    if (!waiting) {
      return
    }
    const attempt = () => {
      if (document.visibilityState === 'visible') void send()
    }
    attempt()
    const timer = setInterval(attempt, RETRY_MS)
    window.addEventListener('online', attempt)
    document.addEventListener('visibilitychange', attempt)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', attempt)
      document.removeEventListener('visibilitychange', attempt)
    }
  }, [waiting, send])
}
