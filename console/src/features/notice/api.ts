import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { NoticePage } from '../../api/types'

export function useNotices() {
  return useQuery({
    queryKey: keys.notices,
    queryFn: ({ signal }) => api.get<NoticePage>('/notices', { limit: 30 }, signal),
  })
}

/** Marks as read at once; the list is fetched again afterwards in any case. */
export function useReadNotices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[] | 'all') =>
      api.post<void>('/notices/read', ids === 'all' ? { all: true } : { ids }),
    onMutate: (ids) => {
      client.setQueryData<NoticePage>(keys.notices, (page) => page && markRead(page, ids))
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.notices }),
  })
}

export function markRead(page: NoticePage, ids: string[] | 'all'): NoticePage {
  const at = new Date().toISOString()
  const touched = page.items.filter(
    (notice) => notice.readAt === null && (ids === 'all' || ids.includes(notice.id)),
  )
  return {
    ...page,
    unread: ids === 'all' ? 0 : Math.max(0, page.unread - touched.length),
    items: page.items.map((notice) => (touched.includes(notice) ? { ...notice, readAt: at } : notice)),
  }
}
