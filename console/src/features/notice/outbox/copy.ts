import { defineCopy } from '../../../shared/i18n'

export const outboxCopy = defineCopy(
  {
    title: '短信发件箱',
    hint: '派单、催办短信的发送情况。',
    show: '看哪些',
    all: '全部',
    state: {
      PENDING: '等待发送',
      SENDING: '正在发送',
      SENT: '已发出',
      UNKNOWN: '不确定是否送达',
      REJECTED: '没有发出',
    },
    column: {
      created: '生成时间',
      to: '发给',
      text: '内容',
      state: '状态',
      attempts: '试了几次',
      sent: '发出时间',
    },
    why: (reason: string) => `原因：${reason}`,
    reason: {
      GATEWAY_FAILED: '短信通道没有应答',
      FILE_NOT_WRITABLE: '短信文件写不进去',
      FILE_HALF_WRITTEN: '写短信文件时中断了',
    },
    emptyTitle: '没有短信',
    emptyHint: '开工单、催件和升级时会给值班的人发短信，都记在这里。',
    filtered: '没有这种状态的短信。',
  },
  {
    title: 'Text messages',
    hint: 'Messages about tickets and urges, and what became of them.',
    show: 'Which ones',
    all: 'All',
    state: {
      PENDING: 'waiting',
      SENDING: 'being sent',
      SENT: 'sent',
      UNKNOWN: 'may not have arrived',
      REJECTED: 'not sent',
    },
    column: {
      created: 'Created',
      to: 'To',
      text: 'Text',
      state: 'State',
      attempts: 'Tries',
      sent: 'Sent',
    },
    why: (reason) => `Reason: ${reason}`,
    reason: {
      GATEWAY_FAILED: 'the gateway did not answer',
      FILE_NOT_WRITABLE: 'the file of messages cannot be written',
      FILE_HALF_WRITTEN: 'writing the file was interrupted',
    },
    emptyTitle: 'No messages',
    emptyHint: 'New tickets, urges and escalations send the person on duty a message; all are kept here.',
    filtered: 'No message is in this state.',
  },
)
