import type { Party, SopBody, SopStage, SopStageName } from './types'

export const STAGES: SopStageName[] = ['TRIAGE', 'RESPONSE', 'SOLUTION', 'VERIFICATION', 'CHECK', 'CALL_BACK']
export const PARTIES: Party[] = ['DESK', 'OUTLET', 'HUB', 'REGION', 'HEADQUARTERS', 'FINANCE']

/** Who may be responsible in which stage; the server checks the same. */
export const MAY: Record<SopStageName, Party[]> = {
  TRIAGE: ['DESK', 'REGION', 'HEADQUARTERS'],
  RESPONSE: ['OUTLET', 'HUB', 'REGION', 'HEADQUARTERS', 'FINANCE'],
  SOLUTION: ['OUTLET', 'HUB', 'REGION', 'HEADQUARTERS', 'FINANCE'],
  VERIFICATION: PARTIES,
  CHECK: ['DESK', 'REGION', 'HEADQUARTERS'],
  CALL_BACK: ['DESK', 'REGION', 'HEADQUARTERS'],
}

export interface Node {
  index: number
  stage: SopStage
  column: number
  lane: number
}

export interface Arrow {
  from: Node
  to: Node
  kind: 'next' | 'escalation'
}

export interface Picture {
  columns: SopStageName[]
  lanes: Party[]
  nodes: Node[]
  arrows: Arrow[]
  /** What the customer hears at each column. */
  texts: string[]
}

/** Above whom a stage climbs when its time is up. */
const LADDER: Party[] = ['OUTLET', 'HUB', 'REGION', 'HEADQUARTERS']

/** The SOP as lanes and columns, and the ways through it. */
export function pictureOf(stages: SopStage[]): Picture {
  const columns = STAGES.filter((name) => stages.some((one) => one.stage === name))
  const lanes = PARTIES.filter((party) => stages.some((one) => one.party === party))
  const nodes = stages.map((stage, index) => ({
    index,
    stage,
    column: columns.indexOf(stage.stage),
    lane: lanes.indexOf(stage.party),
  }))
  const arrows: Arrow[] = []
  columns.forEach((_, column) => {
    const here = nodes.filter((node) => node.column === column)
    const first = here[0]
    const next = nodes.find((node) => node.column === column + 1)
    if (first !== undefined && next !== undefined) arrows.push({ from: first, to: next, kind: 'next' })
    const climbing = LADDER.flatMap((party) => here.find((node) => node.stage.party === party) ?? [])
    climbing.forEach((from, rung) => {
      const to = climbing.slice(rung + 1).find((node) => above(from.stage.party, node.stage.party))
      if (to !== undefined) arrows.push({ from, to, kind: 'escalation' })
    })
  })
  const texts = columns.map(
    (name) => stages.find((one) => one.stage === name && one.customerText !== '')?.customerText ?? '',
  )
  return { columns, lanes, nodes, arrows, texts }
}

/** An outlet does not climb to a hub. */
function above(party: Party, higher: Party): boolean {
  return !(party === 'OUTLET' && higher === 'HUB')
}

/** Where on the bar of a limit a warning stands, from 0 to 1; null where it would come at the start or before. */
export function warningShare(
  warning: { minutesLeft: number | null; percentUsed: number | null },
  limit: number,
): number | null {
  const share =
    warning.percentUsed !== null
      ? warning.percentUsed / 100
      : 1 - (warning.minutesLeft ?? 0) / Math.max(1, limit)
  return share > 0 && share < 1 ? share : null
}

/** Puts a stage at its place in the order, or replaces the one that stood there. */
export function withStage(body: SopBody, index: number | null, stage: SopStage | null): SopBody {
  const others = body.stages.filter((_, each) => each !== index)
  if (stage === null) return { ...body, stages: others }
  const rank = (one: SopStage) => STAGES.indexOf(one.stage)
  const replaced = index === null ? undefined : body.stages[index]
  if (index !== null && replaced?.stage === stage.stage) {
    return { ...body, stages: body.stages.map((one, each) => (each === index ? stage : one)) }
  }
  const place = others.findIndex((one) => rank(one) > rank(stage))
  const at = place < 0 ? others.length : place
  return { ...body, stages: [...others.slice(0, at), stage, ...others.slice(at)] }
}

export function newStage(stage: SopStageName, party: Party): SopStage {
  return {
    stage,
    party,
    normalMinutes: 24 * 60,
    urgentMinutes: 2 * 60,
    calendar: 'always',
    warnings: [{ minutesLeft: 30, percentUsed: null }],
    repeatEveryMinutes: 240,
    repeatAtMost: 0,
    pauses: ['CUSTOMER', 'EVIDENCE', 'OTHER_OUTLET', 'AUTHORITY'],
    requires: [],
    skippers: ['TEAM_LEAD', 'DISPATCHER', 'REGION_MANAGER', 'HEADQUARTERS_MANAGER'],
    customerText: '',
  }
}

/** The stage that a flaw such as stages[2].urgent is about; null for the whole. */
export function flawedStage(field: string): number | null {
  const found = /^stages\[(\d+)]/.exec(field)
  return found === null ? null : Number(found[1])
}
