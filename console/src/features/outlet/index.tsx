import { lazy } from 'react'

export const OutletPage = lazy(() => import('./OutletPage'))
/** Belongs into the frame around all pages, so that answers given without a network go out wherever their author is. */
export const SendByItself = lazy(() => import('./parts/SendByItself'))
