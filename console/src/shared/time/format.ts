import { getLocale, joinList } from '../i18n'

/** Everything is shown in the network's own time, wherever the reader sits. */
export const ZONE = 'Asia/Shanghai'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const formats = new Map<string, Intl.DateTimeFormat>()

function format(name: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = `${getLocale()} ${name}`
  let found = formats.get(key)
  if (found === undefined) {
    found = new Intl.DateTimeFormat(getLocale(), { timeZone: ZONE, hourCycle: 'h23', ...options })
    formats.set(key, found)
  }
  return found.format(at)
}

export function clockTime(at: number): string {
  return format('time', { hour: '2-digit', minute: '2-digit' }, at)
}

function dayNumber(at: number): number {
  return Math.floor((at + 8 * HOUR) / DAY)
}

/** 今天 18:00, 昨天 09:12, 11月20日 07:30: as a person would say it on the phone. */
export function sayTime(iso: string | number, now: number): string {
  const at = typeof iso === 'number' ? iso : Date.parse(iso)
  const days = dayNumber(at) - dayNumber(now)
  const zh = getLocale() === 'zh-CN'
  if (days === 0) return `${zh ? '今天' : 'today'} ${clockTime(at)}`
  if (days === -1) return `${zh ? '昨天' : 'yesterday'} ${clockTime(at)}`
  if (days === 1) return `${zh ? '明天' : 'tomorrow'} ${clockTime(at)}`
  return `${sayDay(at, now)} ${clockTime(at)}`
}

export function sayDay(at: number, now: number): string {
  const sameYear = format('year', { year: 'numeric' }, at) === format('year', { year: 'numeric' }, now)
  return sameYear
    ? format('day', { month: 'short', day: 'numeric' }, at)
    : format('full-day', { year: 'numeric', month: 'short', day: 'numeric' }, at)
}

/** The exact moment, for titles and exports. */
export function exactTime(iso: string | number): string {
  const at = typeof iso === 'number' ? iso : Date.parse(iso)
  return format(
    'exact',
    {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
    at,
  )
}

/** 1 小时 12 分; 3 天 4 小时; 不到 1 分钟. */
export function sayDuration(milliseconds: number): string {
  const zh = getLocale() === 'zh-CN'
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE)
  if (minutes < 1) return zh ? '不到 1 分钟' : 'under 1 min'
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days > 0) return join([days, zh ? '天' : 'd'], [hours, zh ? '小时' : 'h'])
  if (hours > 0) return join([hours, zh ? '小时' : 'h'], [rest, zh ? '分' : 'min'])
  return zh ? `${rest} 分钟` : `${rest} min`
}

function join(first: [number, string], second: [number, string]): string {
  const parts = second[0] > 0 ? [first, second] : [first]
  return parts.map(([count, unit]) => `${count} ${unit}`).join(' ')
}

/** Hours with at most one decimal, less than one in minutes: 38 小时, 2.5 小时, 15 分钟. */
export function sayHours(hours: number): string {
  if (hours > 0 && hours < 1) return sayDuration(hours * HOUR)
  const rounded = hours >= 10 ? Math.round(hours) : Math.round(hours * 10) / 10
  return getLocale() === 'zh-CN' ? `${rounded} 小时` : `${rounded} h`
}

/** To the minute, never in days, so that the parts of a sum add up: 24 小时 15 分. */
export function sayHoursExactly(hours: number): string {
  const minutes = Math.round(hours * 60)
  if (minutes < 60) return sayHours(hours)
  const zh = getLocale() === 'zh-CN'
  return join([Math.floor(minutes / 60), zh ? '小时' : 'h'], [minutes % 60, zh ? '分' : 'min'])
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
/** A Monday at noon in China. */
const A_MONDAY = Date.UTC(2024, 0, 1, 4)

/** 周三、周日: days of the week by the names that the API has for them. */
export function sayWeekdays(days: string[]): string {
  const at = days.map((day) => A_MONDAY + Math.max(0, WEEKDAYS.indexOf(day)) * DAY)
  return joinList(at.map((day) => format('weekday', { weekday: 'short' }, day)))
}

export function sayNumber(value: number): string {
  return new Intl.NumberFormat(getLocale()).format(value)
}
