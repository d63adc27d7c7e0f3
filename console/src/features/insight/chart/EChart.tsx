import { MapChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

echarts.use([MapChart, TooltipComponent, LabelLayout, SVGRenderer])

export const registerMap = echarts.registerMap

interface Props {
  option: echarts.EChartsCoreOption
  height: number | string
  label: string
  /** The name of what was pressed. */
  onPress?: (name: string) => void
}

/** One chart that follows its box and its option. Charts are pictures: what they say also stands beside them in words. */
export function EChart({ option, height, label, onPress }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<echarts.ECharts | null>(null)
  const press = useRef(onPress)
  useEffect(() => {
    press.current = onPress
  }, [onPress])

  useEffect(() => {
    if (box.current === null) return
    const made = echarts.init(box.current, null, { renderer: 'svg' })
    chart.current = made
    made.on('click', (event) => press.current?.(event.name))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true, lazyUpdate: true })
  }, [option])

  return <div ref={box} role="img" aria-label={label} style={{ width: '100%', height }} />
}
