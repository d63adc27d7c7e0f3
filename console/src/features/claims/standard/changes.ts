import type { ClaimBook } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { standardCopy } from './copy'
import { LISTS, POLICY, type Row, rowsOf } from './fields'
import { sayBasis, sayRow } from './say'

/** What differs between two versions, a sentence for each row or value; rows are the same by their id. */
export function changesOf(before: ClaimBook, after: ClaimBook): string[] {
  const t = standardCopy.now()
  const said: string[] = []
  const differ = (place: string, one: string, other: string) => {
    if (one !== other) said.push(t.change(place, one, other))
  }
  differ(t.firstDay, before.standard.from ?? t.unset, after.standard.from ?? t.unset)
  for (const { list } of LISTS) {
    const [olds, news] = [byId(rowsOf(before.standard, list)), byId(rowsOf(after.standard, list))]
    for (const id of new Set([...olds.keys(), ...news.keys()])) {
      const place = t.row(t.lists[list], id || t.newRow)
      const [old, now] = [olds.get(id), news.get(id)]
      if (old === undefined && now !== undefined) said.push(t.changed.added(place, sayRow(list, now)))
      if (old !== undefined && now === undefined) said.push(t.changed.removed(place, sayRow(list, old)))
      if (old !== undefined && now !== undefined) {
        differ(place, sayRow(list, old), sayRow(list, now))
        differ(place, sayBasis(old.basis), sayBasis(now.basis))
      }
    }
  }
  for (const field of POLICY.flatMap(({ fields }) => fields)) {
    const say = (value: number) => (field.endsWith('Fen') ? sayFen(value) : String(value))
    differ(t.policy[field], say(before.policy[field]), say(after.policy[field]))
  }
  return said
}

const byId = (rows: Row[]) => new Map(rows.map((row) => [row.basis.id, row]))
