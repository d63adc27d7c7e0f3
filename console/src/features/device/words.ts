import { sayNumber } from '../../shared/time'
import { sayShare } from '../insight'
import type { DeviceRow } from './api'
import { deviceCopy } from './copy'

/** Why a scanner is slow, in a sentence; null where it is not. */
export function sayReason(slow: DeviceRow['slow']): string | null {
  return slow === null
    ? null
    : deviceCopy
        .now()
        .reason(
          sayNumber(slow.scans),
          sayNumber(slow.late),
          sayShare(slow.lateShare),
          sayShare(slow.usualHere),
          sayShare(slow.usual),
        )
}
