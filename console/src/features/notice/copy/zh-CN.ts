export const zh = {
  bell: (unread: number) => (unread === 0 ? '通知，没有未读' : `通知，${unread} 条未读`),
  title: '通知',
  readAll: '全部已读',
  empty: '没有新通知',
  emptyHint: '有工单派给您、快超时或被催时，会出现在这里。',
  about: (waybill: string) => `运单 ${waybill}`,
  kinds: {
    TICKET_OPENED: '新工单派给您',
    TICKET_URGED: '客户在催件',
    TICKET_URGENT: '工单转为加急',
    TICKET_ESCALATED: '工单超时，已升级到您这里',
    TICKET_REDISPATCHED: '工单又回到您这里',
    TICKET_ANSWERED: '网点已回复',
    TICKET_CLOSED: '工单已结案',
    TICKET_DUE_SOON: '工单快要超时',
    OTHER: '工单有新情况',
  },
}
