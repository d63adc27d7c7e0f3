// One life of the crash test, shared by the test of every build and the long soak run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../support/platform.mjs';
import { Partner } from '../support/partner.mjs';

/** Ends the platform, and with it the database if asked, the way a power cut of the process would. */
export async function blow(platform, { databaseToo }) {
  const postmaster = Number(readFileSync(path.join(platform.data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  await platform.kill9();
  if (!databaseToo) return;
  process.kill(postmaster, 'SIGKILL');
  await until('the database to be gone', () => {
    try {
      process.kill(postmaster, 0);
      return false;
    } catch {
      return true;
    }
  });
}

/** Sends everything again: what was acknowledged must be there, what was not may be there whole or not at all. */
export async function accountFor(platform, uploads) {
  const partner = new Partner(platform);
  for (const batch of uploads.acknowledged) {
    const answer = await partner.scans(...batch);
    assert.equal(answer.accepted, 0, 'an acknowledged scan was lost');
    assert.equal(answer.duplicates, batch.length);
  }
  for (const batch of uploads.unanswered) {
    const answer = await partner.scans(...batch);
    assert.ok(answer.accepted === 0 || answer.accepted === batch.length, `a call was half done: ${answer.accepted} of ${batch.length}`);
  }
  uploads.acknowledged.push(...uploads.unanswered.splice(0));
}
