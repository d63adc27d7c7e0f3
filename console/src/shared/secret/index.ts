export { type Secret, SecretDialog } from './SecretDialog'
