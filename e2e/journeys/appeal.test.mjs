// The postal authority passes an appeal on: a region takes it in, the outlet proves, two people answer, the authority closes it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { parcel, untilDeparted } from '../support/parcels.mjs';
import { hours, Partner } from '../support/partner.mjs';
import { Platform, ROOT } from '../support/platform.mjs';

const platform = new Platform();
const sent = parcel({ phone: '13800009999' });
const NUMBER = '川邮申〔2026〕00117';
let browser;
let partner;
let region;
let clerk;
let chief;
let address;
before(async () => {
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
  const start = new Date((await partner.now()).getTime() - hours(2));
  await partner.parcels(sent);
  await partner.scans(...untilDeparted(sent.waybill, start));
  browser = await openBrowser();
  region = await Visitor.at(browser, platform);
  await region.signIn('chen.region');
  clerk = await Visitor.at(browser, platform, PHONE);
  await clerk.signIn('wang.outlet');
  chief = await Visitor.at(browser, platform);
  await chief.signIn('zhou.hq');
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

/** Presses the button of a step and fills in what it asks. */
async function step({ page }, name, fill = async () => {}) {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill(dialog);
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const state = ({ page }, words) => page.getByRole('heading', { level: 1 }).locator('..').getByText(words).waitFor();

test('T5 a region takes in an appeal by the form, and its deadline stands there with the law', async () => {
  const { page } = region;
  await region.open('/appeals');
  await page.getByText('没有这样的申诉').waitFor();
  await page.getByRole('button', { name: '登记申诉' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('邮政申诉编号').fill(NUMBER);
  await form.getByLabel('受理局').fill('四川省邮政管理局');
  await form.getByLabel('申诉类别').click();
  await page.getByTitle('投递服务').click();
  await form.getByLabel('申诉原因').click();
  await page.getByTitle('虚假签收').click();
  await form.getByLabel('运单号').fill(sent.waybill.toLowerCase());
  await form.getByLabel('申诉人姓名').fill('刘收件');
  await form.getByLabel('联系电话').fill('13800009999');
  await form.getByLabel('申诉内容').fill('没有收到快件，却显示已签收。');
  await form.getByLabel('申诉要求').fill('请查清并赔偿。');
  await form.getByRole('button', { name: /登\s*记/ }).click();
  await page.waitForURL(/\/appeals\/[0-9a-f-]{36}$/);
  address = new URL(page.url()).pathname;
  await page.getByText(/最晚 .* 24:00 前答复邮政/).waitFor();
  await page.getByText(/依据：邮政业消费者申诉处理办法/).waitFor();
  await page.getByText('没有查到申诉前的投诉').waitFor();
  await page.getByText('138****9999').waitFor();
  assert.equal(await page.getByText('13800009999').count(), 0, 'the phone is masked');
  await region.picture('appeal-received');
});

test('T5 the outlet is asked for evidence and gives it from a phone', async () => {
  await step(region, '分派');
  await region.page.getByRole('button', { name: '开始调查' }).click();
  await state(region, '调查中');
  await step(region, '要求举证', async (dialog) => {
    await dialog.getByRole('combobox').fill('春熙路');
    await region.page.getByTitle(/锦江春熙路网点/).click();
    await dialog.getByLabel('要什么证据').fill('请提供签收底单');
  });
  await state(region, '等待举证');
  await clerk.open('/appeals?view=EVIDENCE');
  await clerk.page.getByText(NUMBER).click();
  await step(clerk, '提交证据', async (dialog) => {
    await dialog.getByText('请提供签收底单').waitFor();
    await dialog.getByLabel('情况说明').fill('派件员放在门口，没有联系收件人');
    await dialog.locator('input[type=file]').setInputFiles(`${ROOT}/e2e/support/label.png`);
    await dialog.getByText('label.jpg').waitFor();
  });
  await state(clerk, '调查中');
  await clerk.picture('appeal-phone');
  await clerk.leave();
});

test('T5 a reply needs two people, and carries liability, evidence and the timeline', async () => {
  await region.open(address);
  await step(region, '写答复', async (dialog) => {
    await dialog.getByText('有责', { exact: true }).click();
    await dialog.getByLabel('答复正文').fill('经查，派件员未联系收件人即签收，我公司有责，已致歉并赔偿。');
  });
  await state(region, '答复待复核');
  assert.equal(await region.page.getByRole('button', { name: '复核通过' }).count(), 0, 'nobody checks their own reply');
  await chief.open('/appeals?view=TO_CHECK');
  await chief.page.getByText(NUMBER).click();
  await step(chief, '复核通过');
  await state(chief, '复核通过，待发出');
  await chief.leave();
  await region.open(address);
  await step(region, '已发给邮政', async (dialog) => dialog.getByLabel('邮政回执编号').fill('HZ-0117'));
  await state(region, '已回复邮政');
  await region.page.getByText('随附证据 1 份').waitFor();
  await region.page.getByText('随附轨迹：4 条扫描').waitFor();
  await region.picture('appeal-replied');
});

test('T5 the authority closes it, and it counts in the figures', async () => {
  const { page } = region;
  await step(region, '登记邮政结案', async (dialog) => {
    await dialog.getByText('有责', { exact: true }).click();
    await dialog.getByText('满意', { exact: true }).click();
  });
  await state(region, '邮政已结案');
  await region.open('/appeals/figures');
  await page.getByText('每月申诉率和有效申诉率是多少？').first().waitFor();
  const row = page.getByRole('row').filter({ hasText: '投递服务' });
  assert.deepEqual((await row.getByRole('cell').allInnerTexts()).slice(0, 3), ['1', '1', '0']);
  await region.picture('appeal-figures');
  await region.leave();
});
