import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ProvinceRow } from '../../../api/types'
import { dark, light, useDark } from '../../../shared/theme'
import { sayNumber } from '../../../shared/time'
import { SkeletonRows } from '../../../shared/ui'
import { insightCopy } from '../copy'
import { classEnds, classOf, type Measure } from '../model'
import outlines from './china-provinces.json?url'
import { ramp } from './colours'
import { EChart, registerMap } from './EChart'

interface Props {
  provinces: ProvinceRow[]
  measure: Measure
  onDark?: boolean
  height: number | string
  onProvince: (division: string) => void
}

interface Outlines {
  features: { properties: { adcode: number; name: string; shortName: string } }[]
}

/** China by province, the darker the more. */
export default function ChinaMap({ provinces, measure, onDark, height, onProvince }: Props) {
  const t = insightCopy.use()
  const systemDark = useDark()
  const palette = (onDark ?? systemDark) ? dark : light
  const map = useQuery({
    queryKey: ['china-outlines'],
    queryFn: async () => {
      const response = await fetch(outlines)
      if (!response.ok) throw new Error(`${response.status}`)
      const read = (await response.json()) as Outlines
      registerMap('china', read as unknown as Parameters<typeof registerMap>[1])
      return read
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

  const option = useMemo(() => {
    const byCode = new Map(provinces.map((row) => [row.division, row]))
    const ends = classEnds(provinces.map((row) => row[measure]))
    const colours = ramp(palette)
    const tip = (row: ProvinceRow | undefined, name: string) =>
      t.mapTip(name, sayNumber(row?.silent ?? 0), sayNumber(row?.overdue ?? 0), sayNumber(row?.inFlight ?? 0))
    const data = (map.data?.features ?? []).map(({ properties }) => {
      const row = byCode.get(String(properties.adcode))
      const value = row?.[measure] ?? 0
      const rank = classOf(value, ends)
      return {
        name: properties.name,
        value,
        itemStyle: { areaColor: colours[rank] },
        label: { show: rank >= 2, formatter: properties.shortName },
        tip: tip(row, properties.shortName),
      }
    })
    return {
      animationDurationUpdate: 300,
      tooltip: {
        confine: true,
        backgroundColor: palette.raised,
        borderColor: palette.lineStrong,
        textStyle: { color: palette.text, fontSize: 13 },
        formatter: ({ data: shown }: { data?: { tip?: string } }) => shown?.tip ?? '',
      },
      series: [
        {
          type: 'map',
          map: 'china',
          data,
          selectedMode: false,
          left: 4,
          right: 4,
          top: 4,
          bottom: 4,
          preserveAspect: 'contain',
          labelLayout: { hideOverlap: true },
          label: { fontSize: 11, color: palette.text, textBorderColor: palette.surface, textBorderWidth: 2 },
          itemStyle: { areaColor: palette.canvas, borderColor: palette.lineStrong, borderWidth: 0.7 },
          emphasis: {
            label: { show: true, color: palette.text },
            itemStyle: { areaColor: palette.accentSoft, borderColor: palette.accent, borderWidth: 1.2 },
          },
        },
      ],
    }
  }, [map.data, provinces, measure, palette, t])

  if (map.isError) {
    return <p>{t.mapFailed}</p>
  }
  if (map.data === undefined) {
    return <SkeletonRows rows={9} height={36} />
  }
  const press = (name: string) => {
    const found = map.data.features.find(({ properties }) => properties.name === name)?.properties.adcode
    if (found !== undefined && found !== 100000) onProvince(String(found))
  }
  return <EChart option={option} height={height} label={t.mapQuestion[measure]} onPress={press} />
}
