import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Permission } from '../../api/permissions'
import { ApiProblem } from '../../api/problem'
import { keys } from '../../api/query'
import type { Me } from '../../api/types'
import { setLocale } from '../../shared/i18n'
import { getSession } from './api'

/** Null when nobody is signed in; undefined while we do not know yet. */
export function useSignedIn() {
  const query = useQuery<Me | null>({
    queryKey: keys.me,
    queryFn: async ({ signal }) => {
      try {
        return await getSession(signal)
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 401) return null
        throw problem
      }
    },
    staleTime: 60_000,
  })
  const locale = query.data?.locale
  useEffect(() => {
    if (locale !== undefined) setLocale(locale === 'en' ? 'en' : 'zh-CN')
  }, [locale])
  return query
}

/** The signed-in person; only for pages inside the shell, which exists for signed-in people alone. */
export function useMe(): Me {
  const { data } = useSignedIn()
  if (data === null || data === undefined) {
    throw new Error('useMe outside of the signed-in shell')
  }
  return data
}

export function useCan(): (permission: Permission) => boolean {
  const { data } = useSignedIn()
  return (permission) => data?.permissions.includes(permission) ?? false
}
