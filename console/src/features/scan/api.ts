import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, apiUrl } from '../../api/client'
import { keys } from '../../api/query'
import type { ImportJob, StreamState } from '../../api/types'

/** Hints tell of progress; while something runs we also look ourselves. */
const EVERY_MS = 2_000

export function useImports() {
  return useQuery({
    queryKey: keys.imports,
    queryFn: ({ signal }) => api.get<ImportJob[]>('/scans/imports', undefined, signal),
    refetchInterval: (query) =>
      query.state.data?.some((job) => job.state === 'QUEUED' || job.state === 'RUNNING') ? EVERY_MS : false,
  })
}

const STREAM_EVERY_MS = 5_000

export function useStream() {
  return useQuery({
    queryKey: keys.stream,
    queryFn: ({ signal }) => api.get<StreamState>('/scans/stream', undefined, signal),
    refetchInterval: STREAM_EVERY_MS,
  })
}

export function useUpload() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return api.post<ImportJob>('/scans/imports', form)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.imports }),
  })
}

export const errorsUrl = (job: ImportJob) => apiUrl(`/scans/imports/${job.id}/errors`)
