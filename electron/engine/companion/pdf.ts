import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import type { PictureProblem } from '#contract/schemas/companion.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { LONGEST_SIDE, SENT_PIXELS } from './limits.ts';
import type { DrawnPage } from './tiff.ts';

/** Where the bundle has PDFium's code, seen from any of its folders. Run from source it lies in its package. */
const BUNDLED = fileURLToPath(new URL('../engine/pdfium.wasm', import.meta.url));

const MOST_DETAIL = 300 / 72; // dots for each of a PDF's points: 300 an inch

let library: Promise<PDFiumLibrary> | null = null;

function load(): Promise<PDFiumLibrary> {
  const code = readFileSync(existsSync(BUNDLED) ? BUNDLED : createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const wasmBinary = new ArrayBuffer(code.byteLength); // of its own: a small file's bytes share theirs with others
  new Uint8Array(wasmBinary).set(code);
  return PDFiumLibrary.init({ wasmBinary });
}

/** Draws a page of a PDF, `page` from 0. Throws what PDFium throws when it breaks down: it is not to be used again then. */
export async function drawPdf(bytes: Uint8Array, page: number): Promise<Result<DrawnPage, PictureProblem>> {
  const opened = await open(await (library ??= load()), bytes);
  if (!opened.ok) return opened;
  try {
    return await draw(opened.value, page);
  } finally {
    opened.value.destroy();
  }
}

async function open(pdfium: PDFiumLibrary, bytes: Uint8Array): Promise<Result<PDFiumDocument, PictureProblem>> {
  try {
    return ok(await pdfium.loadDocument(bytes));
  } catch (error) {
    if (error instanceof Error && error.name === 'RuntimeError') throw error;
    return fail(error instanceof Error && /password|security/i.test(error.message) ? 'locked' : 'damaged');
  }
}

async function draw(document: PDFiumDocument, number: number): Promise<Result<DrawnPage, PictureProblem>> {
  const pages = document.getPageCount();
  if (pages < 1) return fail('damaged');
  if (number >= pages) return fail('no-such-page');
  const page = document.getPage(number);
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  if (!(width >= 1 && height >= 1)) return fail('damaged');
  const scale = Math.min(MOST_DETAIL, Math.sqrt(SENT_PIXELS / (width * height)), LONGEST_SIDE / width, LONGEST_SIDE / height);
  if (Math.min(width, height) * scale < 1) return fail('unsupported');
  // What PDFium calls BGRA it hands over as red, green, blue, alpha.
  const { data, ...size } = await page.render({ scale, render: 'bitmap', colorSpace: 'BGRA' });
  return ok({ pages, image: { width: size.width, height: size.height, bytes: new Uint8Array(data) } });
}
