import type { TrackAnswer } from '../../api/types'

/** As people copy it from a message: blanks, hyphens and small letters do not matter. */
export function tidyWaybill(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}

export function isWaybill(text: string): boolean {
  return /^[A-Z0-9]{6,32}$/.test(text)
}

/** The trade's word for a hub says nothing to a customer. */
export function plainPlace(name: string): string {
  return name.replace('转运中心', '包裹处理中心')
}

/** Where it is, as one says it: the city before the name of the building, unless the name begins with it. */
export function sayPlace(place: NonNullable<TrackAnswer['place']>): string {
  const name = plainPlace(place.name)
  const city = place.city ?? place.province
  return city === null || name.startsWith(city.replace(/[省市]$/, '')) ? name : `${city} ${name}`
}
