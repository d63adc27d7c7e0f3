// Parcels of the small network, told as a carrier would tell them.
import { at, hours } from './partner.mjs';

let next = 1;

/** A parcel from Guangzhou to Chengdu; its number is fresh. */
export function parcel({ phone = '13800001234' } = {}) {
  const waybill = `YT${String(7_700_000_000_000 + next++)}`;
  return {
    waybill,
    product: '标准快递',
    originSite: 'O440106-001',
    destinationSite: 'O510104-001',
    weightKg: 1.2,
    sender: { name: '何寄件', phone: '13711112222', divisionCode: '440106', address: '广东省广州市天河区体育西路1号' },
    recipient: { name: '刘收件', phone, divisionCode: '510104', address: '四川省成都市锦江区春熙路2号' },
  };
}

/** Its way up to the departure from the first hub, in a bag that was handed over. */
export function untilDeparted(waybill, start) {
  const scan = (type, site, hour, more = {}) => ({ waybill, type, site, scannedAt: at(start, hours(hour)), ...more });
  return [
    scan('PICKED_UP', 'O440106-001', -6),
    scan('DEPARTED', 'O440106-001', -5, { nextSite: 'H4401', bag: 'BAG-1' }),
    scan('ARRIVED', 'H4401', -3),
    scan('DEPARTED', 'H4401', -1, { nextSite: 'H5101', bag: 'BAG-2' }),
  ];
}

/** Registers the parcel, uploads its way, and lets time pass until it is silent. */
export async function goSilent(partner, ...parcels) {
  const start = await partner.now();
  await partner.parcels(...parcels);
  await partner.scans(...parcels.flatMap(({ waybill }) => untilDeparted(waybill, start)));
  await partner.forward({ hours: 30 });
  await partner.forward({ hours: 24 });
  return start;
}
