import { api } from '../../api/client'
import type { Attachment } from '../../api/types'

/** What files can belong to; the names are the server's. */
export type FileSubject = 'APPEAL' | 'CHARGE' | 'CLAIM'

/** Sends a file to what it belongs to; a step names it afterwards. */
export function uploadFile(subject: FileSubject, id: string, file: File): Promise<Attachment> {
  const form = new FormData()
  form.set('file', file)
  return api.post<Attachment>(`/attachments/${subject}/${id}`, form)
}
