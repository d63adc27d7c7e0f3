import { lazy } from 'react'

export { saveLocale, signOut, signOutEverywhere } from './api'
export { identityCopy } from './copy'
export { useCan, useMe, useSignedIn } from './session'

export const AccountPage = lazy(() => import('./AccountPage'))
export const KeysPage = lazy(() => import('./KeysPage'))
export const PeoplePage = lazy(() => import('./PeoplePage'))
export const SetupPage = lazy(() => import('./SetupPage'))
export const SignInPage = lazy(() => import('./SignInPage'))
