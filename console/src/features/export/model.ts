import type { ExportJob } from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const STATE_MEANING: Record<ExportJob['state'], Meaning> = {
  QUEUED: 'plain',
  RUNNING: 'plain',
  DONE: 'good',
  FAILED: 'act',
  CANCELLED: 'stopped',
  EXPIRED: 'stopped',
}

export function isOpen(job: ExportJob): boolean {
  return job.state === 'QUEUED' || job.state === 'RUNNING'
}

/** How far an export is; the list may have grown since it was counted. */
export function percentOf(job: ExportJob): number {
  return job.rowsTotal === 0 ? 0 : Math.min(99, Math.floor((job.rowsDone / job.rowsTotal) * 100))
}

/** Those that were under way before and are ready now. */
export function justReady(before: ExportJob[] | undefined, now: ExportJob[] | undefined): ExportJob[] {
  const open = new Set(before?.filter(isOpen).map((job) => job.id))
  return now?.filter((job) => job.state === 'DONE' && open.has(job.id)) ?? []
}
