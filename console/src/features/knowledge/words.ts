import type { ArticleBody, ArticleFlaw, ArticleRow } from '../../api/types'
import { joinList } from '../../shared/i18n'
import { knowledgeCopy } from './copy'
import type { Part } from './model'

/** Where something has to be put right, and what. */
export function sayFlaw(flaw: ArticleFlaw): string {
  const t = knowledgeCopy.now()
  const [head = ''] = flaw.field.split('.')
  const name = head.replace(/\[\d+]/, '')
  const row = /\[(\d+)]/.exec(flaw.field)?.[1]
  const fields: Record<string, string> = t.fields
  const place = `${fields[name] ?? name}${row === undefined ? '' : ` ${Number(row) + 1}`}`
  return `${place}: ${t.flaw[flaw.reason]}`
}

/** One part of what an article says, as text. */
export function sayPart(body: ArticleBody, part: Part): string {
  const t = knowledgeCopy.now()
  switch (part) {
    case 'category':
      return t.category[body.category]
    case 'audience':
      return t.audience[body.audience]
    case 'similar':
      return body.similar.join('\n')
    case 'english':
      return body.english ?? ''
    case 'source':
      return body.source === null
        ? ''
        : `${t.sourceKind[body.source.kind]} · ${body.source.name} · ${body.source.date}`
    case 'standard':
      return body.standard ? t.yes : t.no
    case 'files':
      return t.filesCount(body.files.length)
    case 'variants':
      return body.variants
        .map((one) => {
          const where = joinList([
            one.unit ?? t.anyUnit,
            one.channel === null ? t.anyChannel : t.channel[one.channel],
          ])
          return `${where}\n${one.text}${one.english === null ? '' : `\n${one.english}`}`
        })
        .join('\n\n')
    default:
      return body[part]
  }
}

export function stateOf(row: ArticleRow): { words: string; meaning: 'good' | 'watch' | 'plain' }[] {
  const t = knowledgeCopy.now()
  const tags: { words: string; meaning: 'good' | 'watch' | 'plain' }[] = []
  if (row.inForce !== null) tags.push({ words: t.inForce(row.inForce.version), meaning: 'good' })
  if (row.making !== null && (row.making.state === 'DRAFT' || row.making.state === 'SUBMITTED'))
    tags.push({ words: t.making[row.making.state], meaning: 'watch' })
  if (tags.length === 0 && row.ended !== null) tags.push({ words: t.end[row.ended.end], meaning: 'plain' })
  return tags
}
