import { sayNumber } from '../../../shared/time'
import { figuresCopy } from './copy'

/** 104 of 128 → 81.3%; a dash where there is nothing to divide by. */
export function sayPart(part: number, all: number): string {
  return all === 0 ? '–' : `${Math.round((part / all) * 1_000) / 10}%`
}

/** 128 件中 104 件 */
export function sayOf(part: number, all: number): string {
  const t = figuresCopy.now()
  return all === 0 ? t.noPaid : t.of(sayNumber(part), sayNumber(all))
}

/** Hours with one decimal; a dash where nothing was paid. */
export function sayHours(hours: number, paid: number): string {
  return paid === 0 ? '–' : figuresCopy.now().hours(sayNumber(Math.round(hours * 10) / 10))
}
