import { MINUTE, sayDuration, sayNumber } from '../../shared/time'
import { identityCopy } from '../identity'
import { sopCopy } from './copy'
import type { Change, SopStage, Warning } from './types'

/** 2 小时; 7 天; what a limit is called. */
export function sayMinutes(minutes: number): string {
  const whole = minutes / 60
  // A day of working time is not a day of the calendar, so hours up to three days stay hours.
  return Number.isInteger(whole) && whole > 0 && whole <= 72
    ? sopCopy.now().calendars.workingHours(sayNumber(whole))
    : sayDuration(minutes * MINUTE)
}

export function sayWarnings(warnings: Warning[]): string {
  const t = sopCopy.now()
  const words = warnings.map((one) =>
    one.minutesLeft !== null ? t.left(sayMinutes(one.minutesLeft)) : t.used(sayNumber(one.percentUsed ?? 0)),
  )
  return words.length === 0 ? t.noWarning : t.warnsAt(words.join('、'))
}

export function sayRepeat(stage: SopStage): string {
  const t = sopCopy.now()
  return stage.repeatAtMost === 0
    ? t.noRepeat
    : t.repeats(sayMinutes(stage.repeatEveryMinutes), sayNumber(stage.repeatAtMost))
}

/** One difference as a sentence. */
export function sayChange(change: Change, calendarName: (code: string) => string): string {
  const t = sopCopy.now()
  const where =
    change.stage === null || change.party === null ? '' : `${t.stage[change.stage]}·${t.party[change.party]} `
  if (change.kind === 'STAGE_ADDED') return t.stageAdded(where.trim())
  if (change.kind === 'STAGE_REMOVED') return t.stageRemoved(where.trim())
  const field = change.field
  if (field === null) return where
  const say = (value: string) => sayValue(field, value, calendarName)
  return t.changed(where + t.field[field], say(change.before), say(change.after))
}

function sayValue(
  field: NonNullable<Change['field']>,
  value: string,
  calendarName: (code: string) => string,
) {
  const t = sopCopy.now()
  const names = (words: Record<string, string>) =>
    value === ''
      ? t.nothing
      : value
          .split(',')
          .map((name) => words[name] ?? name)
          .join('、')
  switch (field) {
    case 'NORMAL':
    case 'URGENT':
    case 'LONGEST_WAIT':
    case 'REOPEN_WINDOW':
    case 'REPEAT_WINDOW':
      return sayMinutes(Number(value))
    case 'CALENDAR':
      return calendarName(value)
    case 'WARNINGS':
      return value === ''
        ? t.nothing
        : value
            .split(',')
            .map((one) =>
              one.endsWith('%') ? t.used(one.slice(0, -1)) : t.left(sayMinutes(Number(one.slice(0, -1)))),
            )
            .join('、')
    case 'REPEAT': {
      const [every, count] = value.split('x').map(Number)
      return count === 0 ? t.noRepeat : t.repeats(sayMinutes(every ?? 0), sayNumber(count ?? 0))
    }
    case 'PAUSES':
      return names(t.pause)
    case 'REQUIRES':
      return names(t.requirement)
    case 'SKIPPERS':
      return names(identityCopy.now().roles)
    case 'CUSTOMER_TEXT':
      return value === '' ? t.nothing : `“${value}”`
    case 'HAND_OVERS':
      return t.times(value)
    case 'ORDER':
      return value
        .split(',')
        .map((key) => key.split(':'))
        .map(
          ([stage, party]) =>
            `${(t.stage as Record<string, string>)[stage ?? '']}·${(t.party as Record<string, string>)[party ?? '']}`,
        )
        .join('、')
  }
}
