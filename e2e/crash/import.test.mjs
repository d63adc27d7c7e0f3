// kill -9 in the middle of a file: the import goes on where it stood, and its numbers say what is really there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settle } from '../support/network.mjs';
import { at, hours, Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';
import { blow } from './survives-kill.mjs';

const GOOD = 60_000;
const BAD = 30;

const platform = new Platform();
before(async () => {
  await platform.start();
  await settle(new Partner(platform));
});
after(() => platform.discard());

/** Scans of parcels that are all delivered, so that none falls silent; every now and then a line of an unknown type. */
function file(start) {
  const lines = [];
  for (let i = 0; i < GOOD; i++) {
    if (i % (GOOD / BAD) === 0) lines.push(JSON.stringify({ waybill: waybill(i), type: 'NO_SUCH', scannedAt: at(start, -hours(1)), site: 'H5101' }));
    lines.push(JSON.stringify({ waybill: waybill(i), type: 'SIGNED', scannedAt: at(start, -hours(1)), site: 'H5101' }));
  }
  return lines.join('\n');
}

const waybill = (i) => `YT${String(7_000_000_000_000 + i)}`;

async function ended(partner, id) {
  return until('the import to end', async () => {
    const job = await partner.call('GET', `/scans/imports/${id}`);
    return (job.state === 'DONE' || job.state === 'FAILED') && job;
  }, 120_000);
}

test('P1 a file goes on after kill -9 where it stood, and a second time it is all duplicates', async () => {
  const partner = new Partner(platform);
  const text = file(await partner.now());
  const { id } = await partner.upload('/scans/imports', 'scans.ndjson', text);

  let before = 0;
  for (const databaseToo of [false, true]) {
    await until('the import to be in the middle of the file', async () => {
      const job = await partner.call('GET', `/scans/imports/${id}`);
      assert.notEqual(job.state, 'DONE', 'the file ended before the platform could be killed in the middle of it');
      return job.lines > before;
    });
    await blow(platform, { databaseToo });
    await platform.start();
    const job = await partner.call('GET', `/scans/imports/${id}`);
    assert.ok(job.lines >= before, 'what was told before the crash is still so');
    assert.equal(job.accepted + job.duplicates + job.rejected, job.lines, 'every line that it says it read is accounted for');
    before = job.lines;
  }

  const job = await ended(partner, id);
  assert.deepEqual([job.state, job.lines, job.accepted, job.duplicates, job.rejected], ['DONE', GOOD + BAD, GOOD, 0, BAD]);
  assert.equal(job.bytesDone, job.bytesTotal);

  const again = await partner.upload('/scans/imports', 'scans.ndjson', text);
  const repeated = await ended(partner, again.id);
  assert.deepEqual([repeated.state, repeated.accepted, repeated.duplicates, repeated.rejected], ['DONE', 0, GOOD, BAD]);
  for (const i of [0, 4_999, 5_000, GOOD - 1]) {
    const { timeline, status } = await partner.call('GET', `/parcels/${waybill(i)}`);
    assert.deepEqual([status, timeline.length], ['SIGNED', 1]);
  }
});
