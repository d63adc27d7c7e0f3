import type { ChargeStop, ChargeView, ReasonStep } from '../../api/types'

/** A scan with the numbers of the reasons that rest on it; `broken` where the chain broke after it. */
export interface ShownStop {
  key: string
  stop: ChargeStop
  reasons: number[]
  broken: boolean
}

const restsOn = ({ scan }: ReasonStep, stop: ChargeStop) =>
  scan !== null &&
  scan.type === stop.type &&
  scan.site === stop.site.code &&
  Date.parse(scan.scannedAt) === Date.parse(stop.at)

/** The scans with what they prove. The chain broke after the last of those that the judgement rests on. */
export function shownChain({ chain, reasons }: ChargeView): ShownStop[] {
  const steps = reasons?.steps ?? []
  const stops = chain.map((stop, index) => ({
    key: `${stop.at} ${index}`,
    stop,
    reasons: steps.flatMap((step, at) => (restsOn(step, stop) ? [at + 1] : [])),
  }))
  const last = reasons?.link == null ? -1 : stops.findLastIndex((shown) => shown.reasons.length > 0)
  return stops.map((shown, index) => ({ ...shown, broken: index === last }))
}
