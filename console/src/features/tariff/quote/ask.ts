import type { Dayjs } from 'dayjs'
import type { QuoteAsk } from '../../../api/types'
import { fromPicker } from '../../../shared/time/picker'
import { CM, KG, whole, YUAN } from '../words/units'

/** What the form holds, by the names of the API so that its errors find their fields, in the units that people read. */
export interface Asked {
  from: string | null
  to: string | null
  grams: number | null
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
  declaredFen: number | null
  collectedFen: number | null
  goods: string
  at: Dayjs | null
  wanted: string[]
}

export const UNASKED: Asked = {
  from: null,
  to: null,
  grams: 1,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  declaredFen: null,
  collectedFen: null,
  goods: '',
  at: null,
  wanted: [],
}

const counted = (typed: number | null, unit: number) => (typed === null ? null : whole(typed, unit))

export function toAsk(asked: Asked): QuoteAsk {
  const goods = asked.goods.trim()
  return {
    from: asked.from ?? '',
    to: asked.to ?? '',
    grams: counted(asked.grams, KG),
    lengthMm: counted(asked.lengthMm, CM),
    widthMm: counted(asked.widthMm, CM),
    heightMm: counted(asked.heightMm, CM),
    declaredFen: counted(asked.declaredFen, YUAN),
    collectedFen: counted(asked.collectedFen, YUAN),
    wanted: asked.wanted.length === 0 ? null : asked.wanted,
    goods: goods === '' ? null : goods,
    at: asked.at === null ? null : fromPicker(asked.at),
  }
}
