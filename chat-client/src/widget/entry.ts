import type { Status } from '../client'
import type { Item } from '../frames'
import type { Unsent } from '../outbox'
import { el } from './dom'
import type { Rest } from './rest'
import type { Words } from './words'

/** What an event asks of the page, if it asks something. */
export function asks(item: Item): string | undefined {
  if (item.kind !== 'EVENT' || !item.text.startsWith('{')) return undefined
  try {
    const ask: unknown = JSON.parse(item.text).ask
    return typeof ask === 'string' ? ask : undefined
  } catch {
    return undefined
  }
}

function content(one: Item | Unsent, words: Words, rest: Rest): Node {
  const file = one.file
  if (!file || one.kind === 'TEXT' || one.kind === 'EVENT') return document.createTextNode(one.text)
  const name = one.text || (one.kind === 'IMAGE' ? words.picture : words.file)
  if (one.kind === 'IMAGE') {
    const image = el('img', { alt: name })
    rest.file(file).then(
      (blob) => {
        // A file that only calls itself a picture is not shown as one.
        if (/^image\/(png|jpeg|gif|webp)$/.test(blob.type)) image.src = URL.createObjectURL(blob)
      },
      () => {},
    )
    return image
  }
  const button = el('button', { type: 'button' }, words.file + name)
  button.onclick = async () => {
    const link = el('a', { href: URL.createObjectURL(await rest.file(file)), download: name })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  return button
}

/** One entry of the log. */
export function entry(item: Item, words: Words, rest: Rest): HTMLElement {
  if (item.kind === 'EVENT') return el('div', { class: 'event' }, item.text)
  const own = item.author === 'CUSTOMER'
  const row = el('div', { class: own ? 'own' : 'other' })
  if (!own && item.name) row.append(el('span', { class: 'who' }, item.name))
  row.append(el('span', { class: 'text' }, content(item, words, rest)))
  if (own) row.append(el('span', { class: 'mark' }))
  return row
}

/** Something said that is not taken yet. */
export function waiting(one: Unsent, words: Words, rest: Rest, again: () => void): HTMLElement {
  const row = el('div', { class: 'own' }, el('span', { class: 'text' }, content(one, words, rest)))
  const mark = el('span', { class: one.failed === undefined ? 'mark' : 'mark failed' })
  mark.append(one.failed === undefined ? words.queued : `${words.refused}：${one.failed}`)
  if (one.failed !== undefined) {
    const button = el('button', { type: 'button' }, words.again)
    button.onclick = again
    mark.append(button)
  }
  row.append(mark)
  return row
}

export function statusWord(status: Status, words: Words): string {
  return words[status]
}
