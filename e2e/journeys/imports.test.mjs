// An administrator hands in a file of scans with bad lines, takes the bad ones home, and hands the same file in again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { untilDeparted } from '../support/parcels.mjs';
import { hours, Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';

const platform = new Platform();
const PARCELS = 500;
const BAD = [
  'YT7900000000001,DANCED,2026-03-07T13:08:00+08:00,O440106-001,',
  'YT7900000000002,ARRIVED,yesterday,H5101,',
  'YT7900000000003,ARRIVED,2026-03-07T13:08:00+08:00,,',
];
let browser;
let admin;
let file;
before(async () => {
  await platform.start();
  const partner = new Partner(platform);
  await settle(partner);
  file = csv(await partner.now());
  browser = await openBrowser();
  admin = await Visitor.at(browser, platform);
  await admin.signIn('wu.admin');
  await admin.open('/imports');
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

function csv(now) {
  const rows = Array.from({ length: PARCELS }, (_, index) => untilDeparted(`YT${7_800_000_000_000 + index}`, new Date(now.getTime() - hours(1))))
    .flat()
    .map(({ waybill, type, scannedAt, site, nextSite = '' }) => [waybill, type, scannedAt, site, nextSite].join());
  rows.splice(700, 0, ...BAD);
  return ['waybill,type,scannedAt,site,nextSite', ...rows, ''].join('\n');
}

const handIn = (name) =>
  admin.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(file) });

/** The finished job of a file, with its counts as one reads them. */
async function finished(name) {
  const job = admin.page.getByRole('listitem').filter({ hasText: name });
  await job.getByText('完成', { exact: true }).waitFor();
  return { job, words: (await job.innerText()).replace(/\s+/g, ' ') };
}

test('P1 the good lines of a file are taken, and the bad ones are counted', async () => {
  await handIn('hand-scans.csv');
  const { words } = await finished('hand-scans.csv');
  assert.match(words, /2,003 行/);
  assert.match(words, /收下 ?2,000/);
  assert.match(words, /重复 ?0/);
  assert.match(words, /有错 ?3/);
  await admin.picture('imports');
});

test('P1 the bad lines can be taken home, each with what is wrong', async () => {
  const { job } = await finished('hand-scans.csv');
  const [download] = await Promise.all([admin.page.waitForEvent('download'), job.getByRole('link', { name: '下载错误清单' }).click()]);
  const errors = readFileSync(await download.path(), 'utf8').trim().split(/\r?\n/);
  assert.equal(errors.length, 1 + BAD.length, errors.join('\n'));
  const [, ...lines] = errors;
  // The line numbers are those of the file, where the line of titles is the first.
  assert.deepEqual(lines.map((line) => Number(line.split(',')[0])), [702, 703, 704]);
  for (const [index, word] of ['type', 'scannedAt', 'site'].entries()) assert.match(lines[index], new RegExp(word));
});

test('P1 the same file again is nothing but duplicates', async () => {
  await handIn('hand-scans-again.csv');
  const { words } = await finished('hand-scans-again.csv');
  assert.match(words, /收下 ?0/);
  assert.match(words, /重复 ?2,000/);
  assert.match(words, /有错 ?3/);
  await admin.leave();
});
