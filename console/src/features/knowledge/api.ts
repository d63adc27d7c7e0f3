import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api, apiUrl } from '../../api/client'
import { keys, putAnswer } from '../../api/query'
import type {
  Article,
  ArticleBody,
  ArticleList,
  ArticleRow,
  ArticleVersion,
  Attachment,
  Hit,
  QuestionGroup,
} from '../../api/types'
import { sayProblem } from '../../shared/problems'
import { usePages, usePagesOf } from '../../shared/ui'

export interface ArticleFilter {
  words: string | null
  which: string | null
  category: string | null
  audience: string | null
}

const pageOf = (list: ArticleList) => list.page

export function useArticles(filter: ArticleFilter) {
  return usePagesOf<ArticleList, ArticleRow>(
    [...keys.knowledge, 'list'],
    '/knowledge/articles',
    { ...filter },
    pageOf,
  )
}

export function useArticle(id: string | null) {
  return useQuery({
    queryKey: keys.article(id ?? ''),
    queryFn: ({ signal }) => api.get<Article>(`/knowledge/articles/${id}`, undefined, signal),
    enabled: id !== null,
  })
}

/** A version never changes once it is out of the making, and what is in the making comes with its article. */
export function useVersion(id: string, version: number | null) {
  return useQuery({
    queryKey: [...keys.article(id), version],
    queryFn: ({ signal }) =>
      api.get<ArticleVersion>(`/knowledge/articles/${id}/versions/${version}`, undefined, signal),
    enabled: version !== null,
  })
}

export type ArticleAct =
  | { act: 'write'; unit: string | null; note: string; body: ArticleBody; group: string | null }
  | { act: 'begin'; id: string }
  | {
      act: 'save'
      id: string
      version: number
      revision: number
      note: string
      from: string | null
      until: string | null
      body: ArticleBody
    }
  | { act: 'submit' | 'approve'; id: string; version: number; revision: number }
  | { act: 'return' | 'drop' | 'out'; id: string; version: number; revision: number; reason: string }

function perform(act: ArticleAct): Promise<Article> {
  const path = '/knowledge/articles'
  switch (act.act) {
    case 'write':
      return api.post(path, { unit: act.unit, note: act.note, body: act.body, group: act.group })
    case 'begin':
      return api.post(`${path}/${act.id}/versions`, { note: '' })
    case 'save': {
      const { revision, note, from, until, body } = act
      return api.put(`${path}/${act.id}/versions/${act.version}`, { revision, note, from, until, body })
    }
    case 'submit':
    case 'approve':
      return api.post(`${path}/${act.id}/versions/${act.version}/${act.act}`, { revision: act.revision })
    default: {
      const { revision, reason } = act
      return api.post(`${path}/${act.id}/versions/${act.version}/${act.act}`, { revision, reason })
    }
  }
}

export function useArticleAct() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: perform,
    onSuccess: (article) => putAnswer(client, keys.article(article.id), article),
    onError: (problem) => message.error(sayProblem(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.knowledge }),
  })
}

export function uploadFile(article: string, file: File): Promise<Attachment> {
  const form = new FormData()
  form.set('file', file)
  return api.post<Attachment>(`/attachments/ARTICLE/${article}`, form)
}

/** Whoever sees the article opens its files, wherever they are. */
export const fileOf = (article: string) => (file: { id: string }) =>
  apiUrl(`/knowledge/articles/${article}/files/${file.id}`)

export interface Lookup {
  question: string
  /** In which it is asked: what counts where its customer is is found. */
  conversation?: string
  channel?: string
  customers: boolean
  most: number
}

const MINUTE = 60_000

const answersTo = (lookup: Lookup) =>
  queryOptions({
    queryKey: [...keys.knowledge, 'answers', lookup],
    queryFn: () => api.post<Hit[]>('/knowledge/search', lookup),
  })

/** Looked up again each minute: pages below an article's unit are not told that it was taken out. */
export function useAnswers(lookup: Lookup, enabled = true) {
  return useQuery({
    ...answersTo(lookup),
    placeholderData: (previous) => previous,
    enabled: enabled && lookup.question !== '',
    staleTime: MINUTE,
    refetchInterval: MINUTE,
  })
}

/** Looks an answer up once more before a customer is told it; false where it was taken out or changed since. */
export function useStillCounts(lookup: Lookup) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (hit: Hit) => {
      const now = await client.fetchQuery({ ...answersTo(lookup), staleTime: 0 })
      return now.some((one) => one.article === hit.article && one.text === hit.text)
    },
  })
}

export function useNotHelpful() {
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (said: { question: string; conversation: string; article: string | null }) =>
      api.post<void>('/knowledge/questions', said),
    onError: (problem) => message.error(sayProblem(problem)),
  })
}

export function useQuestions(state: string) {
  return usePages<QuestionGroup>([...keys.knowledge, 'questions'], '/knowledge/questions', {
    state,
    limit: 50,
  })
}

export type QuestionAct =
  | { act: 'article'; group: string; article: string }
  | { act: 'leave'; group: string; reason: string }

export function useQuestionAct() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (act: QuestionAct) =>
      api.post<void>(
        `/knowledge/questions/${act.group}/${act.act}`,
        act.act === 'article' ? { article: act.article } : { reason: act.reason },
      ),
    onError: (problem) => message.error(sayProblem(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.knowledge }),
  })
}
