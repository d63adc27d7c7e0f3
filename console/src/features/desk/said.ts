import type { Translation } from '../../shared/i18n'
import type { zh } from './copy/zh-CN'
import { isWhisper, type TalkItem } from './talk/talk'

type Words = Translation<typeof zh>

/** An entry in a line of words. */
export function saySaid(item: TalkItem, t: Words): string {
  switch (item.kind) {
    case 'IMAGE':
      return `[${t.picture}]`
    case 'FILE':
      return `[${t.file}] ${item.text}`
    case 'NOTE':
      return `[${isWhisper(item) ? t.whisper : t.note}] ${item.text}`
    case 'EVENT':
      return sayEvent(item.text, t)
    case 'TEXT':
      return item.text
  }
}

/** An event is text, or a JSON object of which the desk knows some. */
export function sayEvent(text: string, t: Words): string {
  if (!text.startsWith('{')) return text
  try {
    const { ask } = JSON.parse(text) as { ask?: unknown }
    return ask === 'csat' ? t.askedCsat : t.event
  } catch {
    return text
  }
}
