import { lazy } from 'react'

export const KnowledgePage = lazy(() => import('./KnowledgePage'))
export const QuestionsPage = lazy(() => import('./QuestionsPage'))
export const ArticlePage = lazy(() => import('./ArticlePage'))
/** What the knowledge base says to what a customer wrote, beside the desk's composer. */
export const Suggestions = lazy(() => import('./parts/Suggestions'))
