import type { ImportJob, ImportJobState, ScanType } from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const MAX_BYTES = 512 * 1024 * 1024

export const STATE_MEANING: Record<ImportJobState, Meaning> = {
  QUEUED: 'plain',
  RUNNING: 'watch',
  DONE: 'good',
  FAILED: 'act',
}

export const REQUIRED = ['waybill', 'type', 'scannedAt', 'site']

/** They tell something, but not that the parcel moves. */
export const INFORMATIONAL: ScanType[] = ['CALL_MADE', 'TICKET_REPLIED', 'LABEL_PRINTED']

export function percentOf(job: ImportJob): number {
  if (job.state === 'DONE') return 100
  return job.bytesTotal === 0 ? 0 : Math.min(99, Math.floor((job.bytesDone / job.bytesTotal) * 100))
}

/** Scans in the file so far; unlike its lines these are what was taken, known or wrong, and nothing else. */
export function rowsOf(job: ImportJob): number {
  return job.accepted + job.duplicates + job.rejected
}

/** Milliseconds that reading took; null before its end. */
export function tookOf(job: ImportJob): number | null {
  return job.startedAt === null || job.finishedAt === null
    ? null
    : Date.parse(job.finishedAt) - Date.parse(job.startedAt)
}

export const SAMPLE = [
  'waybill,type,scannedAt,site,nextSite,promisedAt,device,operator,bag,weightKg,remark,eventId',
  'YT6247854916511,PICKED_UP,2026-03-07T13:08:00+08:00,O441302-004,,2026-03-10T12:00:00+08:00,PDA-0412,C1021,,1.2,,E-000001',
  'YT6247854916511,DEPARTED,2026-03-07T23:44:00+08:00,O441302-004,H4403,,PDA-0412,C1021,B20260307-118,,,E-000002',
  'YT6247854916511,ARRIVED,2026-03-08T21:50:00+08:00,H4403,,,PDA-7730,S0098,,,,E-000003',
  '',
].join('\r\n')
