// kill -9 in the middle of the network's stream: what was answered is on disk, is watched on, and comes into the timelines once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settle } from '../support/network.mjs';
import { at, hours, Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';
import { blow } from './survives-kill.mjs';

const A_CALL = 20;
const SENDERS = 3;

const platform = new Platform();
before(async () => {
  await platform.start();
  await settle(new Partner(platform));
});
after(() => platform.discard());

const waybill = (i) => `YT${String(7_100_000_000_000 + i)}`;

test('P1 P3 scans of the stream that were answered survive kill -9, and their parcels are found silent', async () => {
  const partner = new Partner(platform);
  const start = await partner.now();
  const scan = (i, type, ago) => ({ waybill: waybill(i), type, scannedAt: at(start, -hours(ago)), site: 'H4401' });
  const answered = [];
  let next = 0;

  async function send() {
    for (;;) {
      const first = next;
      next += A_CALL;
      const mine = Array.from({ length: A_CALL }, (_, i) => first + i);
      const answer = await partner.lines('/scans/stream', mine.map((i) => scan(i, 'ARRIVED', 2)));
      assert.equal(answer.accepted, A_CALL);
      answered.push(...mine);
    }
  }

  // Whoever is looked at before the crash is followed after it.
  await partner.lines('/scans/stream', [scan(900_000, 'PICKED_UP', 3)]);
  assert.equal((await partner.call('GET', `/parcels/${waybill(900_000)}`)).timeline.length, 1);

  for (const databaseToo of [false, true]) {
    const before = answered.length;
    const senders = Array.from({ length: SENDERS }, () => send().catch(() => {}));
    await until('some to be answered', () => answered.length > before + 20 * A_CALL);
    await blow(platform, { databaseToo });
    await Promise.all(senders);
    await platform.start();
  }
  await partner.lines('/scans/stream', [scan(900_000, 'DEPARTED', 1)]);
  assert.equal((await partner.call('GET', `/parcels/${waybill(900_000)}`)).timeline.length, 2);

  for (let n = 0; n < answered.length; n += Math.ceil(answered.length / 60)) {
    const { timeline } = await partner.call('GET', `/parcels/${waybill(answered[n])}`);
    assert.equal(timeline.length, 1, `${waybill(answered[n])} was answered`);
  }
  await partner.advanceTo(new Date(start.getTime() + hours(60)));
  const last = answered.at(-1);
  await until('a parcel that nobody asked for to be found silent', async () => {
    const { picked } = await partner.call('GET', '/scans/stream');
    return picked >= answered.length;
  }, 120_000);
  const { silence, timeline } = await partner.call('GET', `/parcels/${waybill(last)}`);
  assert.deepEqual([silence.level, timeline.length], ['SILENT', 1]);
});
