// Reads a PDF as a reader sees it: `node pdf-pages.mjs report.pdf [folder for pictures]` prints the text of each page in reading order, and
// where its picture has ink, as JSON.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const SCALE = 1;
/** Brightness, from 0 to 255, below which a dot is ink. */
const INK = 200;
const [file, folder] = process.argv.slice(2);
const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const document = await getDocument({
  data: new Uint8Array(await readFile(file)),
  standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
  isEvalSupported: false,
}).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvas, canvasContext, viewport, background: 'white' }).promise;
  if (folder !== undefined) await writeFile(join(folder, `page-${number}.png`), canvas.toBuffer('image/png'));
  const text = items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(' ');
  pages.push({ text, ...inkOf(canvasContext.getImageData(0, 0, canvas.width, canvas.height)) });
}
const { info } = await document.getMetadata();
process.stdout.write(JSON.stringify({ title: info.Title, language: info.Language ?? null, pages }));

/** The share of dots with ink, and its distance from each edge in millimetres. */
function inkOf({ data, width, height }) {
  let [count, left, right, top, bottom] = [0, width, 0, height, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      if ((data[at] + data[at + 1] + data[at + 2]) / 3 >= INK) continue;
      count += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const millimetres = (dots) => Math.round((dots / SCALE / 72) * 254) / 10;
  const margins = [left, width - right, top, height - bottom].map(millimetres);
  return { ink: count / (width * height), margins };
}
