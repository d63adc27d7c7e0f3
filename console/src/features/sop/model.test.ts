import { describe, expect, it } from 'vitest'
import { flawedStage, newStage, pictureOf, warningShare, withStage } from './model'
import type { SopBody } from './types'

const body: SopBody = {
  stages: [
    newStage('RESPONSE', 'OUTLET'),
    newStage('RESPONSE', 'REGION'),
    newStage('RESPONSE', 'HEADQUARTERS'),
    { ...newStage('VERIFICATION', 'DESK'), customerText: '正在核实' },
  ],
  longestWaitMinutes: 1,
  reopenWindowMinutes: 1,
  repeatWindowMinutes: 1,
  handOvers: 3,
}

describe('T1 the picture of an SOP', () => {
  it('has a lane for each party and a column for each stage', () => {
    const picture = pictureOf(body.stages)
    expect(picture.columns).toEqual(['RESPONSE', 'VERIFICATION'])
    expect(picture.lanes).toEqual(['DESK', 'OUTLET', 'REGION', 'HEADQUARTERS'])
    expect(picture.texts).toEqual(['', '正在核实'])
  })

  it('climbs from outlet to region to headquarters and goes on to the next stage', () => {
    const ways = pictureOf(body.stages).arrows.map(
      ({ from, to, kind }) => `${kind} ${from.stage.party} ${to.stage.party}`,
    )
    expect(ways).toEqual(['next OUTLET DESK', 'escalation OUTLET REGION', 'escalation REGION HEADQUARTERS'])
  })

  it('keeps stages in their order whatever is added', () => {
    const more = withStage(body, null, newStage('SOLUTION', 'OUTLET'))
    expect(more.stages.map((one) => one.stage)).toEqual([
      'RESPONSE',
      'RESPONSE',
      'RESPONSE',
      'SOLUTION',
      'VERIFICATION',
    ])
    expect(withStage(more, 3, null)).toEqual(body)
    const triage = withStage(body, 3, newStage('TRIAGE', 'DESK'))
    expect(triage.stages[0]?.stage).toBe('TRIAGE')
    expect(triage.stages).toHaveLength(4)
  })

  it('shows warnings where they come and leaves out those that never do', () => {
    expect(warningShare({ minutesLeft: 30, percentUsed: null }, 120)).toBe(0.75)
    expect(warningShare({ minutesLeft: 30, percentUsed: null }, 30)).toBeNull()
    expect(warningShare({ minutesLeft: null, percentUsed: 80 }, 10)).toBe(0.8)
  })

  it('finds the stage of a flaw', () => {
    expect(flawedStage('stages[2].urgent')).toBe(2)
    expect(flawedStage('handOvers')).toBeNull()
  })
})
