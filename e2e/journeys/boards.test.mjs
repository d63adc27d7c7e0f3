// Headquarters and a region watch their boards while parcels fall silent: numbers, map and lists follow without a reload.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { goSilent, parcel } from '../support/parcels.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';

const platform = new Platform();
let browser;
let partner;
let headquarters;
let region;
const sent = [parcel(), parcel()];
before(async () => {
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
  browser = await openBrowser();
  headquarters = await Visitor.at(browser, platform);
  region = await Visitor.at(browser, platform);
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

const board = (page) => page.getByRole('region', { name: '现在怎么样？' });
const shown = (page, label) => board(page).locator('> *').filter({ hasText: label }).locator('strong').innerText();
const shows = (page, label, value) =>
  until(`${label} to show ${value}`, async () => {
    const now = await shown(page, label);
    if (now !== value) throw new Error(`it shows ${now}`);
    return true;
  });

/** The colour of a province, as the map paints it. */
const fills = (page) =>
  page.getByRole('img', { name: '哪些省的静默包裹多？' }).evaluate((map) => [...map.querySelectorAll('path')].map((path) => path.getAttribute('fill')).join());

test('I6 both boards follow parcels that fall silent, without a reload', async () => {
  await headquarters.signIn('zhou.hq');
  await region.signIn('chen.region');
  for (const { page } of [headquarters, region]) {
    await page.goto(`${platform.url}/boards`);
    await shows(page, '静默包裹', '0');
    await page.evaluate(() => {
      window.neverReloaded = true;
    });
  }
  const { page } = headquarters;
  await page.getByRole('img', { name: '哪些省的静默包裹多？' }).locator('path').first().waitFor();
  const calm = await fills(page);

  await goSilent(partner, ...sent);

  for (const { page: watched } of [headquarters, region]) {
    await shows(watched, '静默包裹', '2');
    await watched.getByRole('listitem').filter({ hasText: '四川' }).getByText('2', { exact: true }).waitFor();
    await watched.getByRole('row', { name: /成都转运中心/ }).first().waitFor();
    assert.ok(await watched.evaluate(() => window.neverReloaded), 'the page was not loaded again');
  }
  await until('the map to be painted', async () => (await fills(page)) !== calm);
  await headquarters.picture('board');
});

test('I6 overdue tickets are counted as the clock passes, and the number opens their list', async () => {
  const { page } = headquarters;
  await partner.forward({ hours: 2, minutes: 2 });
  await partner.forward({ hours: 2, minutes: 2 });
  await shows(page, '升级到总部', '2');
  await board(page).getByTitle('打开“升级到总部”的清单').click();
  for (const { waybill } of sent) await page.getByRole('row', { name: new RegExp(waybill) }).waitFor();
  await page.goBack();
  await board(page).getByTitle('打开“在途包裹”的清单').click();
  for (const { waybill } of sent) await page.getByRole('row', { name: new RegExp(waybill) }).waitFor();
});

test('I6 P2 a province opens its silent parcels, and a row its parcel; a parcel that moves leaves the list by itself', async () => {
  const { page } = region;
  await page.getByRole('link', { name: '四川省', exact: true }).click();
  await page.waitForURL('**/boards/findings**');
  const row = (waybill) => page.getByRole('row', { name: new RegExp(waybill) });
  for (const { waybill } of sent) await row(waybill).waitFor();

  const [moved, still] = sent;
  await partner.scans({ waybill: moved.waybill, type: 'ARRIVED', site: 'H5101', scannedAt: (await partner.now()).toISOString() });
  await row(moved.waybill).waitFor({ state: 'detached' });
  await row(still.waybill).click();
  await page.waitForURL(`**/parcels/${still.waybill}`);
  await page.getByRole('heading', { name: '走到哪里了' }).waitFor();

  await page.goBack();
  await page.getByRole('link', { name: '返回看板' }).click();
  await shows(page, '静默包裹', '1');
  await region.leave();
  await headquarters.leave();
});
