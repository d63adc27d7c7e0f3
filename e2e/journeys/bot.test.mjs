// The assistant receives customers: one has an address changed alone, another is angry and reaches a person who knows already.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { parcel, untilDeparted } from '../support/parcels.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';

const sent = parcel({ phone: '13800002222' });
const platform = new Platform();
let browser;
before(async () => {
  await platform.start();
  const partner = new Partner(platform);
  await settle(partner);
  const now = await partner.now();
  await partner.parcels(sent);
  await partner.scans(...untilDeparted(sent.waybill, now));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

async function opened(viewport) {
  const customer = await Visitor.at(browser, platform, viewport);
  await customer.open('/track');
  await customer.page.getByRole('button', { name: '联系客服' }).click();
  await customer.page.getByText('请问有什么可以帮您').waitFor();
  return customer;
}

async function says(customer, text, answer) {
  await customer.page.getByPlaceholder('输入消息').fill(text);
  await customer.page.getByPlaceholder('输入消息').press('Enter');
  await customer.page.getByText(answer).last().waitFor({ timeout: 60_000 });
}

test('B1 B2 the assistant changes an address alone, and hands an angry customer to a person who knows', async () => {
  const lead = await Visitor.at(browser, platform);
  await lead.signIn('zhou.hq');
  await lead.open('/bot');
  await lead.page.getByText('还没有打开').waitFor();
  await lead.page.getByRole('button', { name: '设置一个单位' }).click();
  await lead.page.getByLabel('单位', { exact: true }).fill('总部');
  await lead.page.getByTitle(/总部/).click();
  await lead.page.getByRole('button', { name: '接待', exact: true }).click();
  await lead.page.getByRole('switch', { name: /总部/ }).waitFor();
  await lead.page.getByRole('textbox', { name: '它会怎么理解一句话？' }).fill('东西摔坏了找谁赔');
  await lead.page.getByRole('button', { name: '试一下' }).click();
  await lead.page.getByText('像快递的事').waitFor({ timeout: 60_000 });

  const calm = await opened(PHONE);
  await says(calm, `${sent.waybill} 帮我把收货地址改一下`, '手机号的后四位');
  await says(calm, '2222', '详细地址');
  await says(calm, '何女士 13800002222 成都市锦江区红星路 8 号', '请确认');
  await says(calm, '是的', '已经登记，编号');
  await says(calm, '从广州寄到成都 3 公斤要多少钱', '标准快递 30 元');
  await says(calm, '好的谢谢，没有别的事了', '祝您生活愉快');
  await calm.picture('bot-phone');

  const agent = await Visitor.at(browser, platform);
  await agent.signIn('sun.agent');
  await agent.open('/desk');
  await agent.page.getByRole('button', { name: '示闲', exact: true }).click();
  await agent.page.getByText('现在没有会话').waitFor();
  const angry = await opened(PHONE);
  await says(angry, `都几天了 ${sent.waybill} 怎么还不送，气死我了`, '后四位');
  await says(angry, '什么破快递，太过分了', '已为您转接人工客服');
  await agent.page.getByRole('button', { name: /^接\s?起/ }).first().click();
  await angry.page.getByText('客服孙坐席为您服务').waitFor();
  await agent.page.getByText('转人工原因：客户生气了').waitFor();
  await agent.page.getByText(`运单号：${sent.waybill}`).waitFor();
  assert.equal(await angry.page.getByText('转人工原因').count(), 0);
  await agent.picture('bot-desk');

  await lead.open('/bot');
  await lead.page.getByText('转了人工').first().waitFor();
  await lead.picture('bot-page');
  await lead.page.getByRole('region', { name: '每一次说了什么？' }).getByText('查运费').click();
  await lead.page.getByText('登记工单').first().waitFor();
  await lead.page.getByText('算运费').first().waitFor();
  await lead.picture('bot-replay');
});
