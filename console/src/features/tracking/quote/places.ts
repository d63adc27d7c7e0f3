import type { Division } from '../../../api/types'
import { type Choice, treeOf } from '../../tariff'

const CODE = /^\d{6}$/

/** Lines that only group counties (省直辖县级行政区划, 重庆's 县) and are no places themselves. */
const GROUP = /^(\d{2}9000|500200)$/

/** Provinces, cities and districts from the table of the core: tab-separated, code and name first. */
export function readPlaces(table: string): Choice[] {
  const named = table
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([code = '']) => CODE.test(code))
  const codes = new Set(named.map(([code]) => code))
  const divisions: Division[] = named
    .map(([code = '', name = '']) => {
      const level = code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3
      const city = `${code.slice(0, 4)}00`
      const above = level === 3 && codes.has(city) ? city : `${code.slice(0, 2)}0000`
      return { code, name, parent: level === 1 ? null : above, level }
    })
    .filter(({ code }) => !GROUP.test(code))
  return treeOf(divisions)
}

/** The names are some 65 KB: only whoever asks for prices loads them. Nobody needs to be signed in for a file. */
export async function loadPlaces(): Promise<Choice[]> {
  const { default: table } = await import(
    '../../../../../core/src/main/resources/io/waypost/core/place/divisions.tsv?raw'
  )
  return readPlaces(table)
}
