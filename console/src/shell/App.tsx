import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { onSessionProblem } from '../api/client'
import { createQueryClient, keys } from '../api/query'
import type { Me } from '../api/types'
import { handleKey } from '../shared/keyboard'
import { ThemeProvider } from '../shared/theme'
import { createRouter } from './router'

export function App() {
  const [client] = useState(createQueryClient)
  const [router] = useState(createRouter)
  useEffect(() => {
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <SessionEnd />
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  )
}

/** Any refused call may tell that the session is over; the guards then lead to the sign-in page and back. */
function SessionEnd() {
  const client = useQueryClient()
  useEffect(
    () =>
      onSessionProblem((problem) => {
        client.setQueryData<Me | null>(keys.me, (me) =>
          problem.code === 'PASSWORD_CHANGE_REQUIRED' && me != null
            ? { ...me, mustChangePassword: true }
            : null,
        )
      }),
    [client],
  )
  return null
}
