// Claims are paid by a bank that loses, delays and doubles what it says, while platform, database and bank are killed: each is paid once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Bank } from '../support/bank.mjs';
import { enterLoss } from '../support/claims.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { parcel, untilDeparted } from '../support/parcels.mjs';
import { hours, Partner } from '../support/partner.mjs';
import { freePort, Platform, until } from '../support/platform.mjs';
import { Session } from '../support/session.mjs';
import { blow } from './survives-kill.mjs';

const CLAIMS = 16;
const bank = new Bank('--lose-calls', 0.1, '--lose-answers', 0.2, '--refuse', 0.1, '--refuse-now', 0.1, '--fail-late', 0.1, '--twice', 0.2, '--late', 1_500);
const platform = new Platform();
let partner;
before(async () => {
  await bank.start();
  platform.port = await freePort();
  platform.settings = bank.settings(platform.port);
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
});
after(async () => {
  await platform.discard();
  await bank.discard();
});

/** By which the bank knows a payout. */
const keyOf = (id) => id.replaceAll('-', '');

/** Every claim by its state, as headquarters see them. */
async function states(chief, claims) {
  const found = await Promise.all(claims.map(({ id }) => chief.get(`/claims/${id}`)));
  return found.map(({ row }) => row);
}

test('L5 every claim that was granted is paid once, or known not to be, through kill -9 of platform, database and bank', async () => {
  const start = await partner.now();
  const parcels = Array.from({ length: CLAIMS }, (_, i) => parcel({ phone: `1380000${String(4_000 + i)}` }));
  await partner.parcels(...parcels);
  await partner.scans(...parcels.flatMap(({ waybill }) => untilDeparted(waybill, new Date(start.getTime() - hours(120)))));
  const agent = await new Session(platform.url).signIn('sun.agent', PASSWORD);
  const chief = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  const claims = [];
  for (const [i, { waybill }] of parcels.entries()) claims.push(await enterLoss(agent, waybill, `payee-${i}@pay.example`));

  // Granted one after the other, while whoever carries the money out dies again and again.
  let granted = 0;
  const granting = (async () => {
    for (const claim of claims) {
      await until('the claim to be granted', async () => {
        const { row } = await chief.get(`/claims/${claim.id}`);
        if (row.state === 'TO_EXAMINE') await chief.post(`/claims/${claim.id}/quick`, { version: row.version, provenFen: null });
        return true;
      }, 120_000);
      granted += 1;
    }
  })();
  for (let death = 1; death <= 4; death++) {
    await until('some more to be granted', () => granted >= (CLAIMS * death) / 5, 120_000);
    await new Promise((resolve) => setTimeout(resolve, death * 150));
    if (death === 3) {
      await bank.kill9();
      await bank.start();
    } else {
      await blow(platform, { databaseToo: death === 2 });
      await platform.start();
    }
  }
  await granting;

  // Whoever was sending when it died is taken up once its lease is over; what was refused for now is tried again.
  await until('every payout to have ended', async () => {
    await partner.forward({ hours: 1 });
    const rows = await states(chief, claims);
    return rows.every(({ state }) => state === 'PAID' || state === 'PAYEE_WRONG');
  }, 240_000);

  const paid = bank.paid();
  const wrong = [];
  let failed = 0;
  for (const { number, state, proposedFen } of await states(chief, claims)) {
    const { items } = await chief.get(`/payouts?claim=${number}`);
    const arrived = items.map(({ id }) => paid.get(keyOf(id))).filter((fen) => fen !== undefined);
    if (state === 'PAYEE_WRONG') failed += 1;
    const expected = state === 'PAID' ? [proposedFen] : [];
    if (arrived.join() !== expected.join()) wrong.push({ number, state, arrived, expected });
  }
  assert.deepEqual(wrong, [], 'each claim is paid once and whole, or not at all');
  assert.ok(failed < CLAIMS, 'some were paid');
  assert.equal(paid.size, CLAIMS - failed, 'the bank paid nothing that nobody knows of');
  const check = await chief.get('/ledger/check');
  assert.ok(check.isSound, `the ledger is sound: ${JSON.stringify(check)}`);
});
