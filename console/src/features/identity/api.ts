import { api } from '../../api/client'
import type { Credentials, FirstAdministrator, Me, TotpSecret } from '../../api/types'
import type { Locale } from '../../shared/i18n'

export const getSession = (signal?: AbortSignal) => api.get<Me>('/session', undefined, signal)
export const signIn = (credentials: Credentials) =>
  api.post<Me>('/session', credentials, { keepSession: true })
export const signOut = () => api.delete<void>('/session')
export const signOutEverywhere = () => api.delete<void>('/session/all')
export const setUp = (first: FirstAdministrator) => api.post<void>('/setup', first, { keepSession: true })
export const changePassword = (current: string, next: string) =>
  api.put<void>('/me/password', { current, next })
export const saveLocale = (locale: Locale) => api.put<void>('/me/locale', { locale })
export const beginTotp = () => api.post<TotpSecret>('/me/totp')
export const confirmTotp = (code: string) => api.put<void>('/me/totp', { code })
export const endTotp = (password: string) => api.delete<void>('/me/totp', { password })
