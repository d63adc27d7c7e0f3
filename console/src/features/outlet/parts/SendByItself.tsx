import { useSendByItself } from '../queue/useAnswerQueue'

/** Shows nothing: sends kept answers on whatever page the person is. */
export default function SendByItself() {
  useSendByItself()
  return null
}
