// Customers write on WeChat and are answered while the platform is killed: what it took is there once and in order, and nothing is sent twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Line } from '../support/line.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';
import { stayReady } from '../support/readiness.mjs';
import { Session } from '../support/session.mjs';
import { ACCOUNT, Wechat } from '../support/wechat.mjs';

const CUSTOMERS = 4;
const WORDS = 25;
const ANSWERS = 4;
let platform;
let wechat;

before(async () => {
  wechat = await new Wechat().start();
  platform = new Platform({ settings: [`--waypost.wechat.api=${wechat.url}`] });
  await platform.start();
  await settle(new Partner(platform));
});

after(async () => {
  await platform?.discard();
  wechat?.stop();
});

test('C1 what WeChat was told is taken is there once and in order, and no answer leaves twice, through kill -9', async () => {
  const agent = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  const { appId, ...secrets } = ACCOUNT;
  await agent.post('/channels/WECHAT/accounts', { key: 'service-account', name: '驿路客服', unit: 'HQ', settings: { appId }, secrets });
  const callback = `${platform.url}/api/v1/public/wechat/service-account`;
  let over = false;
  const leave = stayReady(agent);
  let said = 0;
  const speaking = Promise.all(
    Array.from({ length: CUSTOMERS }, async (_, i) => {
      for (let word = 0; word < WORDS; word++) {
        await wechat.says(callback, `openid-${i}-of-the-crash-test`, `客户 ${i} 第 ${word} 句`, { tries: 200, wait: 300 });
        said += 1;
      }
    }),
  );
  const answered = new Map();
  const answering = (async () => {
    const { token } = await agent.post('/desk/socket');
    const line = new Line(platform, token, 'agent');
    while (!over) {
      const desk = await agent.get('/desk').catch(() => ({ contacts: [] }));
      for (const contact of desk.contacts) {
        if (contact.state === 'OFFERED') await agent.post(`/desk/contacts/${contact.id}/accept`).catch(() => {});
        const answers = answered.get(contact.conversation) ?? [];
        if (contact.state === 'TALKING' && answers.length < ANSWERS) {
          const text = `答复 ${answered.size}.${answers.length}.${contact.id}`;
          const ack = await line.say(text, contact.conversation).catch(() => null);
          if (ack) answered.set(contact.conversation, [...answers, { text, seq: ack.seq }]);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return line;
  })();
  await until('a third of the words', () => said > (CUSTOMERS * WORDS) / 3, 60_000);
  await platform.kill9();
  await platform.start();
  await until('two thirds of the words', () => said > (CUSTOMERS * WORDS * 2) / 3, 60_000);
  await platform.kill9();
  await platform.start();
  await speaking;
  await until('answers to three customers', () => answered.size >= 3, 60_000);
  over = true;
  const line = await answering;
  await leave();

  const { items: contacts } = await agent.get('/desk/contacts?limit=200');
  assert.equal(contacts.length, CUSTOMERS, 'one contact for each customer');
  for (const contact of contacts) {
    const items = await until('all words to be taken', async () => {
      const found = await line.all(contact.conversation);
      return found.filter((item) => item.author === 'CUSTOMER').length >= WORDS && found;
      // What the platform held when it was killed is taken up again once its lease is over.
    }, 120_000);
    const mine = items.filter((item) => item.author === 'CUSTOMER').map((item) => item.text);
    assert.deepEqual(mine, mine.map((_, word) => mine[0].replace('第 0 句', `第 ${word} 句`)));
    assert.equal(mine.length, WORDS);
  }
  for (const [conversation, answers] of answered) {
    const { deliveries } = await until('every answer to be settled', async () => {
      const channel = await agent.get(`/desk/conversations/${conversation}/channel`);
      return channel.deliveries.every(({ state }) => !['QUEUED', 'SENDING'].includes(state)) && channel;
    }, 240_000);
    for (const { text, seq } of answers) {
      const times = wechat.sent.filter((message) => message.text === text).length;
      const { state } = deliveries.find((delivery) => delivery.seq === seq);
      if (state === 'SENT') assert.equal(times, 1, `${text} was sent once`);
      else assert.ok(times <= 1, `${text} is ${state} and was not sent twice`);
    }
  }
});
