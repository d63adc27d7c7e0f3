import { api, upload } from '../../../api/client'
import type {
  ClaimEvidence,
  ClaimKind,
  ClaimReply,
  CodeSent,
  PayeeWay,
  PublicClaims,
} from '../../../api/types'
import { isLate, isPart, readFen, type Written } from './model'

/** An ended proof is an answer to these calls, not the end of a session. */
const post = <T>(path: string, body: unknown) =>
  api.post<T>(`/public/claims/${path}`, body, { keepSession: true })

export const sendCode = (waybill: string, phoneLast4: string) =>
  post<CodeSent>('code', { waybill, phoneLast4 })

export const begin = (waybill: string, phoneLast4: string, code: string) =>
  post<PublicClaims>('begin', { waybill, phoneLast4, code })

export const read = (proof: string) => post<PublicClaims>('read', { proof })

export function save(proof: string, kind: ClaimKind, written: Written) {
  const story = written.story.trim()
  return post<PublicClaims>('save', {
    proof,
    kind,
    goods: written.goods.trim(),
    story: story === '' ? null : story,
    claimedFen: isLate(kind) ? null : readFen(written.claimed),
    lostFen: isPart(kind) ? readFen(written.lost) : null,
    feeFen: readFen(written.fee),
    notReceived: kind === 'LOSS' && written.notReceived,
  })
}

export function sendFile(
  proof: string,
  evidence: ClaimEvidence,
  file: File,
  onSent: (share: number) => void,
): Promise<PublicClaims> {
  const form = new FormData()
  form.set('proof', proof)
  form.set('evidence', evidence)
  form.set('file', file, file.name)
  return upload<PublicClaims>('/public/claims/photos', form, onSent)
}

export const savePayee = (proof: string, way: PayeeWay, account: string, name: string) =>
  post<PublicClaims>('payee', { proof, way, account, name })

export const submit = (proof: string) => post<PublicClaims>('submit', { proof })

/** Says that what was asked for is there. */
export const giveEvidence = (proof: string, words: string) =>
  post<PublicClaims>('evidence', { proof, words: words.trim() === '' ? null : words.trim() })

/** What the customer says to what was decided, about the version they have seen. */
export interface Said {
  number: string
  version: number
  reply: ClaimReply
  fen?: number
  words?: string
}

export const reply = (proof: string, said: Said) =>
  post<PublicClaims>('answer', { proof, fen: null, words: null, ...said })
