import { lazy } from 'react'

// What the tracking page shows to anybody, without the console's component library.
export { quoteCopy } from './quote/copy'
export { type Choice, treeOf } from './quote/divisions'
export { OfferCard } from './quote/OfferCard'
export { Place } from './quote/Place'
export { sayRight } from './words/right'
export { CM, KG, sayMoney, whole, YUAN } from './words/units'

export const TariffsPage = lazy(() => import('./TariffsPage'))
