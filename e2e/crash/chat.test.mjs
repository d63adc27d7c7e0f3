// Customers and an agent write to each other while the platform is killed: what was acknowledged is kept once, in order, in one contact.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Line } from '../support/line.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';
import { stayReady } from '../support/readiness.mjs';
import { Session } from '../support/session.mjs';

const CUSTOMERS = 6;
const WORDS = 40;
let platform;

before(async () => {
  platform = new Platform();
  await platform.start();
  await settle(new Partner(platform));
});

after(() => platform?.discard());

test('C1 C2 what customers and an agent were told is kept is there once and in order, through kill -9', async () => {
  const agent = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  let over = false;
  const leave = stayReady(agent);
  const lines = [];
  for (let i = 0; i < CUSTOMERS; i++) {
    const begun = await new Session(platform.url).post('/public/chat/visitors', { site: 'waypost', visitor: null });
    lines.push(new Line(platform, begun.token, `customer-${i}`));
  }
  let said = 0;
  const speaking = Promise.all(lines.map(async (line, i) => {
    for (let word = 0; word < WORDS; word++) {
      line.conv = (await line.say(`客户 ${i} 第 ${word} 句`)).conv;
      said += 1;
    }
  }));
  const answers = new Map();
  const answering = (async () => {
    const { token } = await agent.post('/desk/socket');
    const line = new Line(platform, token, 'agent');
    while (!over) {
      const desk = await agent.get('/desk').catch(() => ({ contacts: [] }));
      for (const contact of desk.contacts) {
        if (contact.state === 'OFFERED') await agent.post(`/desk/contacts/${contact.id}/accept`).catch(() => {});
        else if (!answers.has(contact.conversation)) answers.set(contact.conversation, await line.say('您好', contact.conversation));
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  await until('a third of the words', () => said > (CUSTOMERS * WORDS) / 3, 60_000);
  await platform.kill9();
  await platform.start();
  await until('two thirds of the words', () => said > (CUSTOMERS * WORDS * 2) / 3, 60_000);
  await platform.kill9();
  await platform.start();
  await speaking;
  await until('an answer to three customers', () => answers.size >= 3, 60_000);
  over = true;
  await Promise.all([leave(), answering]);

  for (const line of lines) {
    const items = await line.all(line.conv);
    assert.deepEqual(items.map((item) => item.seq), items.map((_, i) => i + 1), 'numbers have no gap');
    const mine = items.filter((item) => item.author === 'CUSTOMER');
    assert.equal(mine.length, WORDS);
    assert.deepEqual(mine.map((item) => item.text), mine.map((_, word) => mine[0].text.replace('第 0 句', `第 ${word} 句`)));
    for (const [cid, seq] of line.acknowledged) assert.equal(items[seq - 1].cid, cid);
    const answer = answers.get(line.conv);
    if (answer) assert.equal(items[answer.seq - 1].text, '您好');
  }
  const { items } = await agent.get('/desk/contacts?limit=200');
  assert.equal(items.length, CUSTOMERS, 'one contact for each customer');
  assert.ok(items.every((contact) => contact.state !== 'CLOSED'));
});
