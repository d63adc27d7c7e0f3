import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api, type Query } from '../../api/client'
import type { Page } from '../../api/types'

export interface Pages<T> {
  rows: T[] | undefined
  total: number | null
  error: unknown
  hasMore: boolean
  loadingMore: boolean
  more: () => void
  retry: () => void
}

/** A list that the server hands out by cursor, as one growing array; looked at again every so often where no hint tells of changes. */
export function usePages<T>(
  key: readonly unknown[],
  path: string,
  query: Query,
  enabled = true,
  everyMs?: number,
): Pages<T> {
  return usePagesOf<Page<T>, T>(key, path, query, itself, enabled, everyMs)
}

const itself = <T>(page: Page<T>) => page

/** The same where a page comes with something else; `first` is the answer that the first page came with. */
export function usePagesOf<A, T>(
  key: readonly unknown[],
  path: string,
  query: Query,
  pageOf: (answer: A) => Page<T>,
  enabled = true,
  everyMs?: number,
): Pages<T> & { first: A | undefined } {
  const result = useInfiniteQuery<
    A,
    Error,
    InfiniteData<A, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: [...key, path, query],
    queryFn: ({ pageParam, signal }) => api.get<A>(path, { limit: 100, ...query, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (answer) => pageOf(answer).nextCursor,
    placeholderData: (previous) => previous,
    enabled,
    refetchInterval: everyMs ?? false,
  })
  const { data, fetchNextPage, refetch } = result
  const rows = useMemo(() => data?.pages.flatMap((answer) => pageOf(answer).items), [data, pageOf])
  const first = data?.pages[0]
  return {
    rows,
    first,
    total: first === undefined ? null : (pageOf(first).total ?? null),
    error: result.error,
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    more: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    retry: useCallback(() => void refetch(), [refetch]),
  }
}
