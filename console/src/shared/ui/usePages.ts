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
  const result = useInfiniteQuery<
    Page<T>,
    Error,
    InfiniteData<Page<T>, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: [...key, path, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(path, { limit: 100, ...query, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
    enabled,
    refetchInterval: everyMs ?? false,
  })
  const { data, fetchNextPage, refetch } = result
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items), [data])
  return {
    rows,
    total: data?.pages[0]?.total ?? null,
    error: result.error,
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    more: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    retry: useCallback(() => void refetch(), [refetch]),
  }
}
