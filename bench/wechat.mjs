// WeChat's callbacks, from the call to "success": kept on disk before it is answered, since WeChat waits five seconds and then calls again; and
// how soon what was kept is in the conversations. Beside them a call of the same platform that keeps nothing.
//   bench/run wechat [messages=6000] [at once=32] [customers=600]
import { PASSWORD, settle } from '../e2e/support/network.mjs';
import { Partner } from '../e2e/support/partner.mjs';
import { Platform, until } from '../e2e/support/platform.mjs';
import { Session } from '../e2e/support/session.mjs';
import { ACCOUNT, Wechat } from '../e2e/support/wechat.mjs';
import { table } from './support.mjs';

const [messages = 6_000, atOnce = 32, customers = 600] = process.argv.slice(2).map(Number);
const wechat = await new Wechat().start();
const platform = new Platform({ heap: '1g', quick: false, settings: [`--waypost.wechat.api=${wechat.url}`] });

/** All of them, so many at once; how long each took, in milliseconds, sorted, and how many a second. */
async function drive(count, call) {
  const waits = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < count) {
      const number = next++;
      const sent = performance.now();
      await call(number);
      waits.push(performance.now() - sent);
    }
  }));
  const seconds = (performance.now() - began) / 1000;
  waits.sort((a, b) => a - b);
  return { rate: count / seconds, median: waits[count >> 1], worst: waits[Math.floor(count * 0.99)] };
}

try {
  await platform.start();
  await settle(new Partner(platform));
  const lead = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  const { appId, ...secrets } = ACCOUNT;
  await lead.post('/channels/WECHAT/accounts', { key: 'service-account', name: '驿路客服', unit: 'HQ', settings: { appId }, secrets });
  const callback = `${platform.url}/api/v1/public/wechat/service-account`;
  const waiting = async () => {
    const channels = await lead.get('/channels');
    return channels.find(({ channel }) => channel === 'WECHAT').accounts[0].health;
  };
  const told = async (offset, count) => {
    const calls = Array.from({ length: count }, (_, i) => wechat.prepare(callback, `openid-${(offset + i) % customers}-of-the-measure`, `第 ${i} 句：我的快递怎么还没到`));
    const began = performance.now();
    const answered = await drive(count, (i) => wechat.call(calls[i]));
    await until('all of them to be taken', async () => (await waiting()).waiting === 0, 300_000);
    return { ...answered, taken: count / ((performance.now() - began) / 1000), failed: (await waiting()).failed };
  };
  await told(0, Math.min(3_000, messages));
  const plain = await drive(messages, async () => {
    const response = await fetch(`${platform.url}/api/v1/system`);
    await response.text();
  });
  const kept = await told(0, messages);
  if (kept.failed > 0) throw new Error(`${kept.failed} letters could not be read.`);
  const number = (value) => Math.round(value).toLocaleString('en');
  const times = ({ median, worst }) => `${median.toFixed(1)} / ${worst.toFixed(1)}`;
  table([
    ['callback, on disk before it is answered', number(kept.rate), times(kept)],
    ['until it is in its conversation too', number(kept.taken), ''],
    ['a call that keeps nothing (GET /system)', number(plain.rate), times(plain)],
    ['callback ÷ a call that keeps nothing', (kept.rate / plain.rate).toFixed(2), ''],
  ], [`${number(messages)} messages of ${number(customers)} customers, ${atOnce} at once`, 'a second', 'median / p99 ms']);
} finally {
  await platform.discard();
  wechat.stop();
}
