import { lazy } from 'react'

export const BotPage = lazy(() => import('./BotPage'))
