import { StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { getLocale, useLocale } from '../../shared/i18n'
import { useDark } from '../../shared/theme/mode'
import { paint } from '../../shared/theme/paint'
import { dark, light } from '../../shared/theme/palette'
import TrackPage from './TrackPage'

/** The tracking page on its own: without the console's component library, router and cache. */
export function start(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <Frame />
    </StrictMode>,
  )
  askForChat()
}

/** Whoever tracks a parcel may write to us; the chat loads beside the page and is never waited for. */
function askForChat() {
  const script = document.createElement('script')
  script.src = '/chat/widget.js'
  script.async = true
  script.dataset.site = 'waypost'
  script.dataset.lang = getLocale() === 'zh-CN' ? 'zh' : 'en'
  document.body.append(script)
}

function Frame() {
  const isDark = useDark()
  const locale = useLocale()
  useLayoutEffect(() => paint(isDark ? dark : light, isDark), [isDark])
  useLayoutEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return <TrackPage />
}
