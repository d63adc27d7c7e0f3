// How long the parcel page's request, the searches and the headquarters' board take with a million parcels under way in the database.
//   bench/run parcel-page [parcels=1000000] [requests=4000]
import { gzipSync } from 'node:zlib';
import { Partner } from '../e2e/support/partner.mjs';
import { Platform } from '../e2e/support/platform.mjs';
import { PASSWORD, settle } from '../e2e/support/network.mjs';
import { Session } from '../e2e/support/session.mjs';
import { journey, table, waybill } from './support.mjs';

const [parcels = 1_000_000, requests = 4_000] = process.argv.slice(2).map(Number);
const STEPS = [0, 2, 3, 4];
const PHONES = 250_000;
const phone = (parcel) => `1380${String(parcel % PHONES).padStart(7, '0')}`;

const platform = await new Platform({ heap: '1g', quick: false }).start();
try {
  const partner = new Partner(platform);
  await settle(partner);
  const now = await partner.now();
  const post = (route, rows) =>
    partner.call('POST', route, gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')), {
      'Content-Type': 'application/x-ndjson',
      'Content-Encoding': 'gzip',
    });
  const loading = performance.now();
  for (let first = 0; first < parcels; first += 20_000) {
    const range = Array.from({ length: Math.min(20_000, parcels - first) }, (_, i) => first + i);
    const halves = [range.slice(0, 10_000), range.slice(10_000)].filter((half) => half.length);
    await Promise.all(
      halves.map(async (half) => {
        await post('/parcels', half.map((parcel) => ({
          waybill: waybill(parcel),
          originSite: 'O440106-001',
          destinationSite: 'O510104-001',
          recipient: { name: '刘收件', phone: phone(parcel), divisionCode: '510104', address: '四川省成都市锦江区春熙路2号' },
        })));
        for (const step of STEPS) await post('/scans', half.map((parcel) => journey(parcel, step, now)));
      }),
    );
    if (first % 100_000 === 0) console.error(`${first + range.length} parcels loaded`);
  }
  const loaded = (performance.now() - loading) / 1000;

  const times = async (request, asked = requests) => {
    const measured = [];
    let random = 12345;
    const pick = () => (random = (random * 1103515245 + 12345) % 2 ** 31) % parcels;
    const warmUp = Math.min(200, asked / 2);
    for (let i = 0; i < asked + warmUp; i++) {
      const parcel = pick();
      const started = performance.now();
      await request(parcel);
      // The first requests warm the compiler and the connections.
      if (i >= warmUp) measured.push(performance.now() - started);
    }
    measured.sort((a, b) => a - b);
    return `${measured[measured.length >> 1].toFixed(1)} / ${measured[Math.floor(measured.length * 0.99)].toFixed(1)} / ${measured.at(-1).toFixed(1)}`;
  };
  const board = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  const looked = performance.now();
  await board.get('/boards/network');
  const firstLook = performance.now() - looked;
  table([
    ['parcels, scans', `${parcels}, ${parcels * STEPS.length}`],
    ['loading through the API, seconds', loaded.toFixed(0)],
    ['parcel page request: median / p99 / worst ms', await times((parcel) => partner.call('GET', `/parcels/${waybill(parcel)}`))],
    ['search by waybill: median / p99 / worst ms', await times((parcel) => partner.json('POST', '/parcels/search', { q: waybill(parcel) }))],
    ['search by phone: median / p99 / worst ms', await times((parcel) => partner.json('POST', '/parcels/search', { q: phone(parcel) }))],
    ['headquarters board: the first look, which counts everything, ms', firstLook.toFixed(0)],
    ['list of the parcels under way, headquarters: first page, median / p99 / worst ms', await times(() => board.get('/watch/parcels?limit=50'), 100)],
    ['headquarters board: looks that share the picture, median / p99 / worst ms', await times(() => board.get('/boards/network'))],
  ]);
} finally {
  await platform.discard();
}
