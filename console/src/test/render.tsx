import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import type { Permission } from '../api/permissions'
import { keys } from '../api/query'
import type { Me } from '../api/types'
import { ThemeProvider } from '../shared/theme'

/** Renders inside everything a page expects around itself. */
export function renderPage(ui: ReactNode, at = '/', me?: Me) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  if (me !== undefined) {
    client.setQueryDefaults(keys.me, { staleTime: Number.POSITIVE_INFINITY })
    client.setQueryData(keys.me, me)
  }
  return {
    client,
    ...render(
      <QueryClientProvider client={client}>
        <ThemeProvider>
          <MemoryRouter initialEntries={[at]}>{ui}</MemoryRouter>
        </ThemeProvider>
      </QueryClientProvider>,
    ),
  }
}

/** Somebody of headquarters with these permissions. */
export function someone(...permissions: Permission[]): Me {
  return {
    id: 'me',
    username: 'linxiao',
    name: '林晓',
    roles: [],
    permissions: ['self', ...permissions],
    unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS', path: '/HQ/' },
    totpEnabled: false,
    mustChangePassword: false,
    locale: 'zh-CN',
  }
}

export function answer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  })
}
