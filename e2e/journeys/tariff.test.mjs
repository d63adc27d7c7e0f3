// Prices: one person writes a version, another one approves it, and from then on anybody is told the new price on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';

const SECOND = `username,name,phone,roles,unit,initialPassword,dutyFor
qian.hq,钱总部,13900000008,HEADQUARTERS_MANAGER,HQ,${PASSWORD},
`;
const platform = new Platform();
let browser;
before(async () => {
  await platform.start();
  const partner = new Partner(platform);
  await settle(partner);
  await partner.upload('/people/import?dryRun=false', 'second.csv', SECOND);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

async function chooses(page, end, province, city) {
  await page.getByLabel(`${end} 省`).selectOption({ label: province });
  await page.getByLabel(`${end} 市`).selectOption({ label: city });
}

test('B1 a price that one person writes and another approves is what customers are told', async () => {
  const customer = await Visitor.at(browser, platform, PHONE);
  const { page } = customer;
  await customer.open('/track');
  await page.getByText('寄快递查价').click();
  await chooses(page, '从哪里寄', '广东省', '广州市');
  await chooses(page, '寄到哪里', '四川省', '成都市');
  await page.getByLabel('重量（公斤）').fill('2.5');
  await page.getByRole('button', { name: '查价' }).click();
  // 14 for the first kilogram and 8 for each further one, by tenths
  await page.getByText('26.00').first().waitFor();
  await customer.picture('tariff-phone');

  const author = await Visitor.at(browser, platform);
  await author.signIn('zhou.hq');
  await author.open('/tariffs');
  await author.page.getByRole('button', { name: '起草新版本' }).click();
  await author.page.getByLabel('这一版打算改什么').fill('跨省涨一块');
  await author.page.getByRole('button', { name: '照第 1 版起草' }).last().click();
  const price = author.page.getByLabel('跨省 首重价（元）').first();
  await price.fill('15');
  await price.press('Tab');
  await author.picture('tariff-draft');
  await author.page.getByRole('button', { name: '保存草稿' }).click();
  await author.page.getByText('您写过这一版，要由另一个人批准。').waitFor();

  const second = await Visitor.at(browser, platform);
  await second.signIn('qian.hq');
  await second.open('/tariffs?version=2');
  await second.page.getByText('14.00').first().waitFor();
  await second.page.getByRole('button', { name: '批准', exact: true }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: /^批\s?准$/ }).click();
  await second.page.getByText('已批准。').waitFor();
  await second.picture('tariff-approved');

  await page.getByRole('button', { name: '查价' }).click();
  await page.getByText('27.00').first().waitFor();
  assert.equal(await page.getByText('26.00').count(), 0);
  for (const each of [customer, author, second]) await each.leave();
});
