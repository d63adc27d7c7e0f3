export { ChatClient, type ChatEvents, type ChatOptions, type State, type Status } from './client'
export type * from './frames'
export {
  type Link,
  type LinkEvents,
  type Opener,
  openPoll,
  openSocket,
  openStream,
  type Where,
} from './links'
export { Outbox, type Shelf, type Unsent } from './outbox'
export { Talk } from './talk'
