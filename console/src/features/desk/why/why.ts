import type { ContactDetail, ContactStep } from '../../../api/types'
import { joinClauses, joinList } from '../../../shared/i18n'
import { saySeconds } from '../../insight'
import { sayLanguage, saySkill } from '../policy/words'
import { sayMatter } from '../words'
import { whyCopy } from './copy'

/** One step of a contact, in sentences. */
export interface Told {
  at: string
  head: string
  more: string[]
}

type Data = Record<string, unknown>

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const list = (value: unknown): Data[] => (Array.isArray(value) ? (value as Data[]) : [])
const map = (value: unknown): Data =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Data) : {}

/** Why a contact went where it went. Steps that say nothing about that are left out. */
export function tell(detail: ContactDetail): Told[] {
  const told = detail.steps.map(tellStep).filter((one) => one !== null)
  if (detail.contact.state === 'WAITING') {
    told.push({ at: detail.contact.since, head: whyCopy.now().stillWaiting, more: [] })
  }
  return told
}

function tellStep(step: ContactStep): Told | null {
  const t = whyCopy.now()
  const data: Data = step.data
  const who = step.by?.name ?? t.somebody
  const plain = (head: string): Told => ({ at: step.at, head, more: [] })
  switch (step.what) {
    case 'QUEUED':
      return { at: step.at, head: t.queued(number(data.policy)), more: [...found(data), ...admitted(data)] }
    case 'PARKED':
      return { at: step.at, head: t.parked, more: found(data) }
    case 'OPENED':
      return { at: step.at, head: t.opened(number(data.policy)), more: admitted(data) }
    case 'KNOWN':
      return { at: step.at, head: t.known, more: [...found(data), ...admitted(data)] }
    case 'OFFERED':
      return offered(step.at, data)
    case 'TAKEN':
      return plain(t.taken(who))
    case 'RETURNED':
      return plain(t.returned(who))
    case 'UNANSWERED':
      return plain(t.unanswered)
    case 'PASSED':
      return plain(t.passed(who, number(data.level)))
    case 'LET_ANYBODY':
      return plain(t.letAnybody)
    case 'TAKEN_OVER':
      return plain(t.takenOver(who))
    case 'AGENT_GONE':
      return plain(t.gone)
    case 'CLOSED':
      return plain(t.closed)
    case 'THANKED':
      return plain(t.thanked)
    default:
      return null
  }
}

/** What it is about, and by which word that is known. */
function found(data: Data): string[] {
  const t = whyCopy.now()
  const matter = words(data.matter)
  if (matter === null) return []
  const word = words(data.word)
  const lines = [word === null ? t.noWord : t.word(word, sayMatter(matter))]
  const language = words(data.language)
  if (language !== null) lines.push(t.language(sayLanguage(language)))
  return lines
}

/** Under which contract it came. */
function contract(data: Data): string[] {
  const t = whyCopy.now()
  const under = map(data.contract)
  const name = words(under.name)
  if (name === null) return []
  const version = number(under.version)
  const lines = [
    under.by === 'PERSON'
      ? t.contract.PERSON(name, version, words(under.person) ?? '')
      : t.contract.ACCOUNT(name, version),
  ]
  if (under.served === false) lines.push(t.notServed)
  else if (number(under.answerSeconds) > 0)
    lines.push(t.answerWithin(saySeconds(number(under.answerSeconds))))
  const agents = number(under.agents)
  const kept = number(under.keepSeconds)
  if (agents > 0 && kept > 0) lines.push(t.ownAgents(agents, saySeconds(kept)))
  return lines
}

/** What it needs, and what lets it in ahead. */
function admitted(data: Data): string[] {
  const t = whyCopy.now()
  const needs = list(data.needs).map((need) => {
    const skill = saySkill(words(need.skill) ?? '')
    return words(need.instead) === null
      ? t.need(skill, number(need.wanted), number(need.least))
      : t.needGeneral(skill, number(need.wanted))
  })
  const ahead = list(data.ahead).map((part) => {
    const seconds = saySeconds(number(part.seconds))
    return part.cause === 'CONTRACT'
      ? t.ahead.CONTRACT(0, seconds)
      : t.ahead.REPEATED(number(data.repeats), seconds)
  })
  return [...contract(data), ...needs, ...ahead]
}

function offered(at: string, data: Data): Told {
  const t = whyCopy.now()
  const more: string[] = []
  const why = t.because[words(data.why) ?? '']
  if (why !== undefined) more.push(why)
  const ring = map(data.ring)
  const reach = t.ring[words(ring.reach) ?? '']
  if (reach !== undefined && data.why === 'SUITS') more.push(t.widened(reach, number(ring.lowered)))
  const units = Array.isArray(ring.units) ? ring.units.filter((unit) => typeof unit === 'string') : []
  if (units.length > 0 && ring.reach !== 'EVERYWHERE') more.push(t.overflows(joinList(units)))
  const unit = words(data.agentUnit)
  if (unit !== null) more.push(t.ofUnit(unit))
  const others = Object.entries(map(data.others))
    .map(([verdict, count]) => t.other[verdict]?.(number(count)))
    .filter((part) => part !== undefined)
  more.push(others.length === 0 ? t.alone : t.others(joinClauses(others)))
  const busy = number(data.notReady)
  if (busy > 0) more.push(t.busy(busy))
  return { at, head: t.offered(words(data.agentName) ?? t.somebody, saySeconds(number(data.waited))), more }
}
