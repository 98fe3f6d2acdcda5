// Makes resources/lexicon/confusions.json: for each common character those that look like it, nearest first. Every character of common-characters.json is
// drawn in a serif and a sans-serif face of Noto CJK (SIL Open Font Licence), blurred as a poor scan is, and likened to every other by the correlation of their
// ink: as a whole, without its margins, by its parts, and as a part of the other. Shapes that practice knows are put first. It needs a window and the fonts:
// another version of them draws a little otherwise, so that what is made is not compared in a check.
// Run: node e2e/lexicon/confusions.mjs (some minutes).
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { openDisplay } from '../../electron/setup/display.mjs';
import { prepareWindows } from '../../electron/setup/prepare.mjs';

const LEXICON = new URL('../../resources/lexicon/', import.meta.url);
const FONTS = ['Noto Serif CJK SC', 'Noto Sans CJK SC'];
const SIZE = 64; // pixels that a character is drawn in
const GRID = 16; // points a side that a picture is likened by
const BLUR = 0.65; // of those points, standard deviation
const NEAREST = 24; // of one way of likening
const KEPT = 76; // for one character

/** Parts of a picture: [left, top, right, bottom] in shares of it. */
const PARTS = { right: [0.38, 0, 1, 1], left: [0, 0, 0.5, 1], upper: [0, 0, 1, 0.5], lower: [0, 0.4, 1, 1], inner: [0.25, 0.25, 1, 1] };

/** Groups of characters that are taken for each other in practice, whatever their pictures say. */
const KNOWN = '己已巳 未末 人入八 日曰 大太犬 天夭 土士 千干于 戊戌戍 田由甲申 刀力刁 今令 历厉 治冶 折拆析 候侯 象像 木本 目且 免兔 勿匆 弋戈 乌鸟 贝见 爪瓜 准淮 洗冼 崇祟 汨汩 毫亳 孟盂 赢嬴 徒徙 拔拨 暧暖 即既 师帅 享亨 哀衷 竞竟 辨辩 梁粱 盲育 母毋 卯卵 侍待 捡检 扰拢 抵低 邸邱 郡都 各名 问间 万方 厂广 工王 王玉主 白自 文又 儿几 九丸 园圆 束柬 茶荼 杆秆 密蜜';

const main = `const { app, BrowserWindow } = require('electron');
app.on('window-all-closed', () => undefined);
app.whenReady().then(() => new BrowserWindow().loadFile(require('node:path').join(__dirname, 'page.html')));`;

/** Draws the characters in a window; a picture is SIZE x SIZE shares of ink, 0 to 255. Runs inside the window. */
function draw({ characters, font, size }) {
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.font = `${size * 0.9}px "${font}"`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  let out = '';
  for (const character of characters) {
    context.fillStyle = 'white';
    context.fillRect(0, 0, size, size);
    context.fillStyle = 'black';
    context.fillText(character, size / 2, size / 2);
    const { data } = context.getImageData(0, 0, size, size);
    for (let i = 0; i < data.length; i += 4) out += String.fromCharCode(255 - data[i]);
  }
  return btoa(out);
}

async function picturesOf(characters) {
  const electron = await prepareWindows({ virtualDisplay: true });
  const display = await openDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'stet-glyphs-'));
  try {
    writeFileSync(join(folder, 'main.cjs'), main);
    writeFileSync(join(folder, 'page.html'), '<!doctype html>');
    writeFileSync(join(folder, 'package.json'), '{"name":"glyphs","version":"1.0.0","main":"main.cjs"}');
    const env = { ...process.env, ...display.env, ...electron.env };
    const dist = env.ELECTRON_OVERRIDE_DIST_PATH;
    const executablePath = dist === undefined ? createRequire(import.meta.url)('electron') : join(dist, 'electron');
    const isRoot = process.getuid?.() === 0;
    const args = [folder, `--user-data-dir=${join(folder, 'data')}`, ...(isRoot ? ['--no-sandbox'] : [])];
    const app = await _electron.launch({ executablePath, args, chromiumSandbox: !isRoot, env });
    const page = await app.firstWindow();
    const pictures = {};
    for (const font of FONTS) {
      pictures[font] = [];
      for (let i = 0; i < characters.length; i += 200) {
        const some = characters.slice(i, i + 200);
        const bytes = Buffer.from(await page.evaluate(draw, { characters: some, font, size: SIZE }), 'base64');
        some.forEach((_, k) => pictures[font].push(Float32Array.from(bytes.subarray(k * SIZE * SIZE, (k + 1) * SIZE * SIZE))));
      }
    }
    await app.close();
    return pictures;
  } finally {
    display.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const KERNEL = Array.from({ length: 5 }, (_, i) => Math.exp(-((i - 2) ** 2) / (2 * BLUR * BLUR)));
const WEIGHT = KERNEL.reduce((a, b) => a + b, 0);

function blurred(points) {
  const pass = (from, step, across) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < GRID; line += 1) {
      for (let i = 0; i < GRID; i += 1) {
        let sum = 0;
        for (let k = -2; k <= 2; k += 1) if (i + k >= 0 && i + k < GRID) sum += KERNEL[k + 2] * from[line * across + (i + k) * step];
        to[line * across + i * step] = sum / WEIGHT;
      }
    }
    return to;
  };
  return pass(pass(points, 1, GRID), GRID, 1);
}

/** The box of the ink inside a box, both [left, top, right, bottom] in pixels. */
function inkIn(picture, [left, top, right, bottom]) {
  let box = [right, bottom, left, top];
  for (let y = Math.floor(top); y < bottom; y += 1) {
    for (let x = Math.floor(left); x < right; x += 1) if (picture[y * SIZE + x] > 64) box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + 1), Math.max(box[3], y + 1)];
  }
  return box[0] < box[2] && box[1] < box[3] ? box : [left, top, right, bottom];
}

/** The ink above each row and left of each column: how much stands in a box is four looks away. */
function sumsOf(picture) {
  const sums = new Float64Array((SIZE + 1) * (SIZE + 1));
  for (let y = 0; y < SIZE; y += 1) for (let x = 0; x < SIZE; x += 1) sums[(y + 1) * (SIZE + 1) + x + 1] = picture[y * SIZE + x] + sums[y * (SIZE + 1) + x + 1] + sums[(y + 1) * (SIZE + 1) + x] - sums[y * (SIZE + 1) + x];
  return sums;
}

/** How much ink stands left of `x` and above `y`, which may lie between pixels. */
function upTo(sums, x, y) {
  const [u, v] = [Math.min(SIZE, Math.max(0, x)), Math.min(SIZE, Math.max(0, y))];
  const [i, j] = [Math.min(SIZE - 1, Math.floor(u)), Math.min(SIZE - 1, Math.floor(v))];
  const at = (a, b) => sums[b * (SIZE + 1) + a];
  return at(i, j) * (i + 1 - u) * (j + 1 - v) + at(i + 1, j) * (u - i) * (j + 1 - v) + at(i, j + 1) * (i + 1 - u) * (v - j) + at(i + 1, j + 1) * (u - i) * (v - j);
}

/** A box of a picture at GRID x GRID points, blurred, less its mean, as a vector of length 1. `keep`: a box that is longer than wide keeps its shape. */
function vectorOf(sums, box, keep = false) {
  let [left, top, right, bottom] = box;
  if (keep) {
    const side = Math.max(right - left, bottom - top);
    [left, right] = [(left + right - side) / 2, (left + right + side) / 2];
    [top, bottom] = [(top + bottom - side) / 2, (top + bottom + side) / 2];
  }
  const [across, down] = [(right - left) / GRID, (bottom - top) / GRID];
  const points = new Float32Array(GRID * GRID);
  for (let y = 0; y < GRID; y += 1) {
    for (let x = 0; x < GRID; x += 1) {
      const [a, b, c, d] = [left + x * across, top + y * down, left + (x + 1) * across, top + (y + 1) * down];
      points[y * GRID + x] = (upTo(sums, c, d) - upTo(sums, a, d) - upTo(sums, c, b) + upTo(sums, a, b)) / (across * down);
    }
  }
  const soft = blurred(points);
  const mean = soft.reduce((sum, value) => sum + value, 0) / soft.length;
  const length = Math.sqrt(soft.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return length === 0 ? soft : soft.map((value) => (value - mean) / length);
}

/** For each of `ones` the nearest among `others`, nearest first. */
function nearest(ones, others) {
  const size = GRID * GRID;
  const flat = new Float32Array(others.length * size);
  others.forEach((other, k) => flat.set(other, k * size));
  return ones.map((one, i) => {
    const best = [];
    const likenesses = [];
    for (let k = 0; k < others.length; k += 1) {
      const from = k * size;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let j = 0; j < size; j += 4) {
        a += one[j] * flat[from + j];
        b += one[j + 1] * flat[from + j + 1];
        c += one[j + 2] * flat[from + j + 2];
        d += one[j + 3] * flat[from + j + 3];
      }
      const likeness = a + b + c + d;
      if (k === i || (best.length === NEAREST && likeness <= likenesses[NEAREST - 1])) continue;
      let place = best.length;
      while (place > 0 && likenesses[place - 1] < likeness) place -= 1;
      best.splice(place, 0, k);
      likenesses.splice(place, 0, likeness);
      if (best.length > NEAREST) {
        best.pop();
        likenesses.pop();
      }
    }
    return best;
  });
}

const common = JSON.parse(readFileSync(new URL('common-characters.json', LEXICON), 'utf8'));
const characters = [...new Set([...Object.values(common.charactersByBits).flatMap((row) => [...row]), ...KNOWN.replaceAll(' ', '')])];
const pictures = await picturesOf(characters);
const all = [0, 0, SIZE, SIZE];
const likest = characters.map(() => new Map()); // of each: index -> best rank in any way of likening, and how much all of them say
const meet = (i, k, rank, weight) => {
  const { best = NEAREST, votes = 0 } = likest[i].get(k) ?? {};
  likest[i].set(k, { best: Math.min(best, rank), votes: votes + weight / (rank + 2) });
};
for (const [at, font] of FONTS.entries()) {
  const inks = pictures[font].map((picture) => inkIn(picture, all));
  const sums = pictures[font].map(sumsOf);
  const spread = sums.map((each, i) => vectorOf(each, inks[i]));
  const ways = [[sums.map((each) => vectorOf(each, all))], [sums.map((each, i) => vectorOf(each, inks[i], true))], [spread]];
  // Papers are set in serif faces: by parts characters are likened in the first alone.
  for (const share of at === 0 ? Object.values(PARTS) : []) {
    const boxOf = ([left, top, right, bottom]) => [left + share[0] * (right - left), top + share[1] * (bottom - top), left + share[2] * (right - left), top + share[3] * (bottom - top)];
    const cut = sums.map((each, i) => vectorOf(each, inkIn(pictures[font][i], boxOf(inks[i]))));
    ways.push([cut], [cut, spread], [spread, cut]);
  }
  for (const [way, [ones, others = ones]] of ways.entries()) {
    nearest(ones, others).forEach((row, i) => row.forEach((k, rank) => meet(i, k, rank, way < 3 ? 2 : 1)));
    console.error(`${font}: ${way + 1} of ${ways.length}`);
  }
}
for (const row of likest) row.delete(characters.indexOf('一')); // a stroke is a part of everything
const indexOf = new Map(characters.map((character, i) => [character, i]));
for (const group of KNOWN.split(' ')) {
  const members = [...group].map((character) => indexOf.get(character));
  for (const i of members) for (const k of members) if (i !== k) likest[i].set(k, { best: 0, votes: 100 });
}
// Who is near from either side is near.
likest.forEach((row, i) => {
  for (const [k, { best, votes }] of row) if (!likest[k].has(i)) likest[k].set(i, { best: best + 1, votes: votes / 2 });
});
const rowOf = (row) => [...row].sort(([a, x], [b, y]) => y.votes - x.votes || a - b).slice(0, KEPT).map(([k]) => characters[k]).join('');
const made = {
  generated: 'node e2e/lexicon/confusions.mjs',
  input: 'resources/lexicon/common-characters.json',
  inputSha256: createHash('sha256').update(readFileSync(new URL('common-characters.json', LEXICON))).digest('hex'),
  fonts: FONTS,
  lookAlikes: Object.fromEntries(characters.map((character, i) => [character, rowOf(likest[i])])),
};
writeFileSync(new URL('confusions.json', LEXICON), `${JSON.stringify(made, null, 1)}\n`);
