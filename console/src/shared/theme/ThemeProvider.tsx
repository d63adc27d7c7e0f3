import { App as AntApp, ConfigProvider, type ThemeConfig, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { useLocale } from '../i18n'
import { useDark } from './mode'
import { FONT, paint } from './paint'
import { dark, light, type Palette } from './palette'

/** Gives antd and our own style sheets the same colours. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const isDark = useDark()
  const locale = useLocale()
  const palette = isDark ? dark : light

  useLayoutEffect(() => paint(palette, isDark), [palette, isDark])

  useLayoutEffect(() => {
    document.documentElement.lang = locale
  }, [locale])

  const config = useMemo(() => toAntd(palette, isDark), [palette, isDark])
  return (
    <ConfigProvider
      locale={locale === 'en' ? enUS : zhCN}
      theme={config}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false }}
    >
      <AntApp>{children}</AntApp>
    </ConfigProvider>
  )
}

function toAntd(p: Palette, isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.accent,
      colorInfo: p.accent,
      colorLink: p.accent,
      colorSuccess: p.good,
      colorWarning: p.watch,
      colorError: p.act,
      colorBgLayout: p.canvas,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBorder: p.lineStrong,
      colorBorderSecondary: p.line,
      colorText: p.text,
      colorTextSecondary: p.textSoft,
      colorTextTertiary: p.textFaint,
      colorTextDescription: p.textSoft,
      colorTextPlaceholder: p.textFaint,
      colorTextLightSolid: p.onStrong,
      borderRadius: 6,
      fontFamily: FONT,
      fontSize: 14,
      controlHeight: 34,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Tooltip: { colorBgSpotlight: isDark ? '#3a465c' : '#273043', colorTextLightSolid: '#ffffff' },
    },
  }
}
