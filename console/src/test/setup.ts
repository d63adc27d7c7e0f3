import '@testing-library/jest-dom/vitest'
import { configure } from '@testing-library/react'

// a busy machine renders antd's first drawer slowly; what never comes still fails
configure({ asyncUtilTimeout: 8_000 })

// jsdom has no media queries and no EventSource; pages only need to be told "light" and "quiet"
window.matchMedia ??= (query: string): MediaQueryList => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})

window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

Element.prototype.scrollIntoView ??= () => undefined

localStorage.setItem('waypost.locale', 'zh-CN')
