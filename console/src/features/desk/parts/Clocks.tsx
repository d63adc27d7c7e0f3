import type { Terms } from '../../../api/types'
import { Tag } from '../../../shared/ui'
import { deskCopy } from '../copy'
import { clock, secondsLeft, secondsSince, waitMeaning } from '../model'
import { useWallNow } from '../now'

/** How long something has lasted, moving on each second. */
export function Since({ at }: { at: string }) {
  return <span className="tabular">{clock(secondsSince(at, useWallNow()))}</span>
}

/** How long a customer has waited, coloured by the target of the channel. */
export function Waited({ at, terms }: { at: string; terms: Terms | undefined }) {
  const t = deskCopy.use()
  const seconds = secondsSince(at, useWallNow())
  return (
    <Tag meaning={waitMeaning(seconds, terms)}>
      <span className="tabular">{t.waited(clock(seconds))}</span>
    </Tag>
  )
}

/** The running end of an offer. */
export function OfferLeft({ until }: { until: string | null }) {
  const t = deskCopy.use()
  const left = secondsLeft(until, useWallNow())
  return (
    <Tag meaning={left <= 5 ? 'act' : 'watch'} strong={left <= 5}>
      <span className="tabular">{t.left(left)}</span>
    </Tag>
  )
}
