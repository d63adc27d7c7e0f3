export const links = {
  PICKED_UP_NOT_IN_STORE: '已揽未入仓',
  IN_STORE_NOT_OUT: '已入仓未出仓',
  SENT_NOT_AT_HUB_BAG: '已出仓分拨未到（集包）',
  SENT_NOT_AT_HUB_PIECE: '已出仓分拨未到（单件）',
  HUB_NOT_OUT: '分拨已到未出',
  LEFT_HUB_NOT_AT_DESTINATION_BAG: '分拨出目的地未到（集包）',
  LEFT_HUB_NOT_AT_DESTINATION_PIECE: '分拨出目的地未到（单件）',
  ARRIVED_NOT_HANDED_SAME_DAY: '到件未交接（当日）',
  ARRIVED_NOT_HANDED_NEXT_DAY: '到件未交接（次日）',
  HANDED_NOT_DELIVERED: '已交接未妥投',
  AT_STATION_NOT_COLLECTED: '已入站未取出',
  LOST_AFTER_DELIVERY: '妥投后丢失',
  DAMAGED_ON_THE_WAY: '途中破损',
  DAMAGED_AFTER_DELIVERY: '妥投后破损',
  SHORT_ON_THE_WAY: '途中短少',
  LATE: '超时效',
}

export const doubts = {
  NO_SCANS: '没有可用的扫描记录',
  OUT_OF_ORDER: '扫描顺序互相矛盾，无法还原',
  CLOCKS_CONTRADICT: '设备时间互相矛盾，可能的先后不止一种',
  INCOMPLETE: '关键环节缺少扫描',
  NO_HAND_OVER_RECORDS: '此前各站均无交接扫描，缺少交接记录不能说明问题',
  CONTINUES_ELSEWHERE: '已换单，须看新单号',
  WITH_CUSTOMS: '最后在海关',
  ABROAD: '最后在国际段',
  UNIT_UNKNOWN: '责任站点不在机构树中',
  NO_DAMAGE_REPORT: '无人上报破损，且未妥投',
  NO_WEIGHTS: '称重记录不足',
  WEIGHT_UNCHANGED: '全程重量未变',
  NO_PROMISE: '没有承诺时间',
  NOT_LATE: '未超过承诺时间',
  NOT_DELIVERED: '尚未妥投',
  NOBODY_LATE: '各环节均未超时限',
  WAITED_FOR_CUSTOMER: '时间用于等待客户',
  NOT_IN_SCANS: '扫描记录不反映此类事项',
  EVIDENCE_CONTRADICTS: '举证互相矛盾',
  EVIDENCE_TO_BE_READ: '已采信的举证须由人工解读',
}

export const exemptions = {
  FORCE_MAJEURE: '不可抗力',
  MASS_EVENT: '群体事件',
  CUSTOMER_FAULT: '客户原因',
}

export const bases = {
  HELD: '最后在该单位手中',
  HANDED_OVER: '下一站已接收',
  LOADED: '已装车、下一站无接收记录',
  SEALED: '建包有重量、无交接记录',
  NOT_HANDED_OVER: '无交接记录',
  REPORTED_BAG: '集包到件时限内上报',
  REPORTED_PIECE: '单件到件时限内上报',
  REPORTED_LATER: '超过上报时限才上报',
  NOT_REPORTED: '妥投前无人上报',
  WEIGHED_ON_ARRIVAL: '到件称重已减轻',
  WEIGHED_IN_THE_HOUSE: '在该单位内减轻',
  WEIGHED_LATE: '到件未称重、事后发现减轻',
  ON_THE_ROAD: '延误在途',
  TWO_LATE: '两单位均延误',
}

export const evidenceKinds = {
  HANDED_OVER: '已交接给下一站',
  NOT_RECEIVED: '未收到',
  DAMAGED_ON_RECEIPT: '到件时已破损或短少',
  DELIVERED: '客户已收到',
  CUSTOMER_FAULT: '客户原因',
  FORCE_MAJEURE: '不可抗力',
  OTHER: '其他',
}

export const confidences = {
  CERTAIN: '确凿',
  PROBABLE: '较可靠',
  PRESUMED: '推定',
}

export const parties = {
  HOLDER: '经手方',
  SENDER: '上一站',
  RECEIVER: '下一站',
  NAMED: '人工认定',
}

export const duties = {
  UNIT: '单位',
  COURIER: '快递员',
  KEEPER: '仓管',
  SUPERVISOR: '主管',
  LINE_HAUL: '干线运输',
}
