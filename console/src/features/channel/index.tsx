import { lazy } from 'react'

export const ChannelsPage = lazy(() => import('./ChannelsPage'))
