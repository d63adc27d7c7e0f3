// A customer at midnight asks where the parcel is, and is told in plain words; a stranger learns nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { goSilent, parcel } from '../support/parcels.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';

const platform = new Platform();
const sent = parcel({ phone: '13800009876' });
let browser;
before(async () => {
  await platform.start();
  const partner = new Partner(platform);
  await settle(partner);
  await goSilent(partner, sent);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

async function ask(customer, digits) {
  const { page } = customer;
  await customer.open(`/track?waybill=${sent.waybill}`);
  const phone = page.getByLabel('手机号的后四位？');
  await phone.waitFor();
  await phone.fill(digits);
  await page.getByRole('button', { name: '查一下' }).click();
}

test('O1 P2 the customer sees what is being done and until when, without the words of the trade', async () => {
  const customer = await Visitor.at(browser, platform, PHONE);
  await ask(customer, '9876');
  const { page } = customer;
  await page.getByText('我们正在联系网点').first().waitFor();
  await page.getByText(/最晚.*给您答复/).first().waitFor();
  const text = await page.locator('body').innerText();
  for (const word of ['工单', '责任网点', '静默']) assert.ok(!text.includes(word), `the page says ${word}`);
  assert.ok(!text.includes('刘收件') && !text.includes('13800009876'), 'no personal data on a public page');
  await customer.picture('track-phone');
  await customer.leave();
});

test('N3 wrong digits say nothing about the parcel', async () => {
  const stranger = await Visitor.at(browser, platform, PHONE);
  await ask(stranger, '0000');
  await stranger.page.getByRole('alert').first().waitFor();
  assert.equal(await stranger.page.getByText('我们正在联系网点').count(), 0);
  await stranger.leave();
});
