// kill -9 in the middle of uploads and of deadlines: nothing acknowledged is missing, nothing is done twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settle } from '../support/network.mjs';
import { at, hours, Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';
import { Uploads } from '../support/uploads.mjs';
import { accountFor, blow } from './survives-kill.mjs';

const platform = new Platform();
before(async () => {
  await platform.start();
  await settle(new Partner(platform));
});
after(() => platform.discard());

test('P1 every accepted scan survives kill -9 of the platform, and of its database', async () => {
  const uploads = new Uploads(platform);
  for (const databaseToo of [false, true]) {
    await uploads.until(25, () => blow(platform, { databaseToo }));
    await platform.start();
    await accountFor(platform, uploads);
  }
});

test('P3 a warning comes once, with one ticket, though the platform is killed while limits pass', async () => {
  const partner = new Partner(platform);
  const start = await partner.now();
  // Fewer at each hub than make one event of many, which has one ticket for all of them.
  const count = 38;
  const waybills = Array.from({ length: count }, (_, i) => `YT${String(9_000_000_000_000 + i)}`);
  await partner.scans(
    ...waybills.map((waybill, i) => ({
      waybill, type: 'ARRIVED', scannedAt: at(start, -hours(1) + i * 60_000), site: i % 2 === 0 ? 'H5101' : 'H4401',
    })),
  );
  // Two deaths while the limits fall due one by one.
  for (let death = 0; death < 2; death++) {
    const passing = partner.forward({ hours: 60 }).catch(() => 'the platform died, as it should');
    await new Promise((resolve) => setTimeout(resolve, 150 + death * 200));
    await blow(platform, { databaseToo: death === 1 });
    await passing;
    await platform.start();
  }
  await partner.advanceTo(new Date(start.getTime() + hours(80)));
  const found = new Map();
  for (const waybill of waybills) {
    const { findings } = await partner.call('GET', `/parcels/${waybill}`);
    const tickets = await partner.call('GET', `/parcels/${waybill}/tickets`);
    found.set(waybill, [findings.length, tickets.length]);
  }
  const wrong = [...found].filter(([, [findings, tickets]]) => findings !== 1 || tickets !== 1);
  assert.deepEqual(wrong, [], 'each parcel has one finding and one ticket');
});
