import { defineCopy, type Translation } from '../../../shared/i18n'

const zh = {
  button: '为什么',
  title: (customer: string) => `为什么这样分：${customer}`,
  empty: '还没有记录',
  ring: {
    UNIT: '本单位的人',
    PARENT: '本单位和上级单位的人',
    NAMED: '本单位的人',
    EVERYWHERE: '全网的人',
  } as Record<string, string>,
  queued: (version: number) => `进入排队，按第 ${version} 版路由策略。`,
  parked: '在非服务时间来，先留言。',
  opened: (version: number) => `上班了，进入排队，按第 ${version} 版路由策略。`,
  known: '等候时客户又说了话。',
  word: (word: string, matter: string) => `说到“${word}”，算“${matter}”。`,
  noWord: '没有说到哪个事项的词，算“通用”。',
  language: (language: string) => `看文字是${language}。`,
  need: (skill: string, wanted: number, least: number) =>
    wanted === least ? `要${skill} ${least} 级以上。` : `最好${skill} ${wanted} 级，至少 ${least} 级。`,
  needGeneral: (skill: string, wanted: number) => `最好${skill} ${wanted} 级；没有时通用坐席也能接。`,
  ahead: {
    REPEATED: (repeats: number, seconds: string) =>
      `一天内第 ${repeats + 1} 次来，当作已经多等了 ${seconds}。`,
    CONTRACT: (_: number, seconds: string) => `合同客户，当作已经多等了 ${seconds}。`,
  },
  contract: {
    ACCOUNT: (name: string, version: number) => `从合同客户“${name}”的专属号码来，按第 ${version} 版条款。`,
    PERSON: (name: string, version: number, person: string) =>
      `是合同客户“${name}”的联系人${person}，按第 ${version} 版条款。`,
  },
  answerWithin: (seconds: string) => `合同要在 ${seconds}内应答，轮到谁先接按这个时限算。`,
  notServed: '不在合同的服务时间，时限按渠道。',
  ownAgents: (count: number, seconds: string) => `有 ${count} 位专属坐席，在岗时先等他们 ${seconds}。`,
  offered: (agent: string, waited: string) => `等了 ${waited}，分给${agent}。`,
  because: {
    SUITS: '这位能接、有空，综合下来最合适。',
    KNOWS: '客户上次就是这位接待的。',
    DEDICATED: '是这个合同客户的专属坐席。',
    PASSED_TO: '同事指名转给这位。',
  } as Record<string, string>,
  widened: (reach: string, lowered: number) =>
    lowered === 0 ? `这时${reach}可以接。` : `这时${reach}可以接，等级放低了 ${lowered} 级。`,
  overflows: (units: string) => `可以溢出到：${units}，按先后。`,
  ofUnit: (unit: string) => `这位是${unit}的。`,
  thanked: '结束后客户又道了谢，没有算新的来访。',
  others: (parts: string) => `当时另外空着的：${parts}。`,
  alone: '当时没有别的坐席空着。',
  other: {
    SUITS: (count: number) => `${count} 位也能接，但不如这位合适`,
    KNOWS: (count: number) => `${count} 位认识客户`,
    NOT_THIS_CHANNEL: (count: number) => `${count} 位不接这个渠道`,
    SKILL: (count: number) => `${count} 位没有要的技能`,
    LEVEL_NOT_YET: (count: number) => `${count} 位等级不够，还没放宽到`,
    UNIT_NOT_YET: (count: number) => `${count} 位在别的单位，还没放宽到`,
    KEPT_FOR_KNOWN: (count: number) => `${count} 位要先等老坐席`,
    DEDICATED: (count: number) => `${count} 位也是专属坐席`,
    KEPT_FOR_DEDICATED: (count: number) => `${count} 位要先等专属坐席`,
    NO_ROOM: (count: number) => `${count} 位手里接满了`,
  } as Record<string, (count: number) => string>,
  busy: (count: number) => `还有 ${count} 位在岗但示忙、断线或手里接满。`,
  taken: (who: string) => `${who}接起。`,
  returned: (who: string) => `${who}没有接，回到排队。`,
  unanswered: '时间到了没人接起，回到排队；那位坐席改为示忙。',
  passed: (who: string, level: number) => `${who}转接，要 ${level} 线。`,
  letAnybody: '指名的人不在或没空出来，改为谁都能接。',
  takenOver: (who: string) => `班长${who}接管。`,
  gone: '接待的坐席离开了，回到排队，等候时间接着算。',
  closed: '结束。',
  stillWaiting: '还在等：目前没有合适又有空的坐席。等得越久，放得越宽。',
  somebody: '坐席',
}

const en: Translation<typeof zh> = {
  button: 'Why',
  title: (customer) => `Why ${customer}’s contact went where it went`,
  empty: 'Nothing is written down yet',
  ring: {
    UNIT: 'people of its own unit',
    PARENT: 'people of its own unit and the one above',
    NAMED: 'people of its own unit',
    EVERYWHERE: 'everybody',
  },
  queued: (version) => `Came into the queue, by version ${version} of the routing policy.`,
  parked: 'Came out of hours.',
  opened: (version) => `The desk opened: in the queue, by version ${version} of the routing policy.`,
  known: 'The customer said more while waiting.',
  word: (word, matter) => `It says “${word}”: ${matter}.`,
  noWord: 'No word of any matter: General.',
  language: (language) => `By its letters: ${language}.`,
  need: (skill, wanted, least) =>
    wanted === least
      ? `Needs ${skill} at level ${least}.`
      : `Best with ${skill} at level ${wanted}, at least ${least}.`,
  needGeneral: (skill, wanted) =>
    `Best with ${skill} at level ${wanted}; where nobody has it general agents may too.`,
  ahead: {
    REPEATED: (repeats, seconds) => `Time ${repeats + 1} within a day: taken to have waited ${seconds} more.`,
    CONTRACT: (_, seconds) => `Contract customer: taken to have waited ${seconds} more.`,
  },
  contract: {
    ACCOUNT: (name, version) => `Came on the own number of ${name}: by version ${version} of its terms.`,
    PERSON: (name, version, person) =>
      `${person} is a contact person of ${name}: by version ${version} of its terms.`,
  },
  answerWithin: (seconds) => `By contract it is answered within ${seconds}; its turn comes by that.`,
  notServed: 'Out of the contract’s hours: the channel’s time counts.',
  ownAgents: (count, seconds) => `${count} own agents; while one is there it is kept ${seconds} for them.`,
  offered: (agent, waited) => `After ${waited} it was offered to ${agent}.`,
  because: {
    SUITS: 'Able, free, and the best choice in all.',
    KNOWS: 'Had the customer’s last contact.',
    DEDICATED: 'One of the contract’s own agents.',
    PASSED_TO: 'A colleague passed it on by name.',
  },
  widened: (reach, lowered) =>
    lowered === 0
      ? `By then ${reach} could take it.`
      : `By then ${reach} could take it, ${lowered} levels below the wanted one.`,
  overflows: (units) => `It could overflow to ${units}, in that order.`,
  ofUnit: (unit) => `They are of ${unit}.`,
  thanked: 'The customer said thank you after the end: no new contact.',
  others: (parts) => `Others who were free: ${parts}.`,
  alone: 'Nobody else was free.',
  other: {
    SUITS: (count) => `${count} could too, but suited less`,
    KNOWS: (count) => `${count} knew the customer`,
    NOT_THIS_CHANNEL: (count) => `${count} not on this channel`,
    SKILL: (count) => `${count} without the skill`,
    LEVEL_NOT_YET: (count) => `${count} below the level asked for yet`,
    UNIT_NOT_YET: (count) => `${count} of units not asked yet`,
    KEPT_FOR_KNOWN: (count) => `${count} while it was kept for the agent who knows the customer`,
    DEDICATED: (count) => `${count} more of the contract’s own agents`,
    KEPT_FOR_DEDICATED: (count) => `${count} while it was kept for the contract’s own agents`,
    NO_ROOM: (count) => `${count} without room`,
  },
  busy: (count) => `${count} more were at the desk but not ready, away or full.`,
  taken: (who) => `${who} took it.`,
  returned: (who) => `${who} did not take it; back in the queue.`,
  unanswered: 'Not answered in time; back in the queue, and that agent is not ready now.',
  passed: (who, level) => `${who} passed it on, to level ${level}.`,
  letAnybody: 'The one it was for was not free in time: anybody may take it.',
  takenOver: (who) => `${who} took it over.`,
  gone: 'Its agent was gone; back in the queue, the wait goes on.',
  closed: 'Ended.',
  stillWaiting:
    'Still waiting: nobody who suits is free. The longer it waits, the more people come in question.',
  somebody: 'an agent',
}

export const whyCopy = defineCopy(zh, en)
