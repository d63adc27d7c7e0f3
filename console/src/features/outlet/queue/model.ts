import { ApiProblem } from '../../../api/problem'
import type { AnswerKind, TicketView } from '../../../api/types'

export interface QueuedPhoto {
  blob: Blob
  /** The server's name for it, once it is there. */
  id: string | null
}

/** An answer as it was given, kept until the server has it. */
export interface QueuedAnswer {
  id: string
  /** Who gave it: nobody else's session may send it. */
  person: string
  ticketId: string
  waybill: string
  version: number
  /** Answers that the ticket had when this one was given. */
  known: string[]
  kind: AnswerKind
  remark: string
  until: string | null
  misdirectedTo: string | null
  photos: QueuedPhoto[]
  at: number
  state: 'WAITING' | 'CONFLICT' | 'REFUSED'
  /** Why it was refused: the server's reason code. */
  reason: string | null
}

/** How an answer reaches the server. */
export interface Post {
  upload: (ticketId: string, photo: Blob) => Promise<{ id: string }>
  answer: (item: QueuedAnswer) => Promise<TicketView>
  ticket: (ticketId: string) => Promise<TicketView>
}

export type Delivery =
  | { outcome: 'SENT'; view: TicketView }
  | { outcome: 'LATER' }
  | { outcome: 'CONFLICT'; view: TicketView }
  | { outcome: 'REFUSED'; reason: string }

/** Someone else's turn, a lost network, an ended session, too many calls: the same answer may go through later. */
function mayPass(problem: ApiProblem): boolean {
  return (
    problem.transient ||
    problem.status >= 500 ||
    [401, 408, 429].includes(problem.status) ||
    problem.code === 'PASSWORD_CHANGE_REQUIRED'
  )
}

/** True when this very answer is on the ticket: it arrived, only the server's word about it was lost. */
export function arrived(item: QueuedAnswer, view: TicketView): boolean {
  const photos = item.photos.map((photo) => photo.id).join()
  return view.answers.some(
    (answer) =>
      !item.known.includes(answer.id) &&
      answer.by.id === item.person &&
      answer.kind === item.kind &&
      (answer.remark ?? '') === item.remark &&
      answer.photos.map((photo) => photo.id).join() === photos,
  )
}

/** Sends one answer: first its photos, each once, then the answer itself under the version it was given for. */
export async function deliver(
  item: QueuedAnswer,
  post: Post,
  save: (item: QueuedAnswer) => Promise<void>,
): Promise<Delivery> {
  let current = item
  try {
    for (const [index, photo] of item.photos.entries()) {
      if (photo.id !== null) continue
      const { id } = await post.upload(item.ticketId, photo.blob)
      current = {
        ...current,
        photos: current.photos.map((other, at) => (at === index ? { ...other, id } : other)),
      }
      await save(current)
    }
    return { outcome: 'SENT', view: await post.answer(current) }
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    if (mayPass(problem)) return { outcome: 'LATER' }
    if (problem.status === 409) return afterConflict(current, post, problem.code)
    return { outcome: 'REFUSED', reason: problem.errors[0]?.code ?? problem.code }
  }
}

async function afterConflict(item: QueuedAnswer, post: Post, reason: string): Promise<Delivery> {
  try {
    const view = await post.ticket(item.ticketId)
    if (arrived(item, view)) return { outcome: 'SENT', view }
    return view.version === item.version ? { outcome: 'REFUSED', reason } : { outcome: 'CONFLICT', view }
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    return mayPass(problem) ? { outcome: 'LATER' } : { outcome: 'REFUSED', reason }
  }
}
