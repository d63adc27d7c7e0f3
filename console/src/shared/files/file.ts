import { apiUrl } from '../../api/client'
import type { Attachment } from '../../api/types'

/** What of a file is needed to show it. */
export type ShownFile = Pick<Attachment, 'id' | 'type' | 'name'>

export const fileUrl = (file: { id: string }) => apiUrl(`/attachments/${file.id}`)

/** What file dialogs offer; what a file is, the server reads from its content. */
export const FILE_TYPES = 'image/jpeg,image/png,application/pdf,video/mp4,video/quicktime,.xlsx,.docx'
