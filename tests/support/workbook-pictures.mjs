// Draws a workbook as a spreadsheet shows it: `node workbook-pictures.mjs report.xlsx [folder for pictures]` prints, of each sheet, the texts
// as they are shown, the share of its picture with ink and the numbers that are wider than their column, as JSON.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
const { Workbook } = require('exceljs');
GlobalFonts.registerFromPath(require.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'), 'Sheet');

const [file, folder] = process.argv.slice(2);
const [ROW, PADDING, MOST_ROWS] = [20, 3, 400];
/** A column of width n shows n digits of the standard font, of 7 dots each, and a margin (ECMA-376, 18.3.1.13). */
const dotsOf = (width) => Math.trunc(width * 7 + 5);
const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 10 });
const shown = (value) =>
  value === null || value === undefined ? '' : typeof value === 'number' ? number.format(value) : String(value);

const workbook = new Workbook();
await workbook.xlsx.readFile(file);
const sheets = [];
for (const sheet of workbook.worksheets) {
  const columns = sheet.columns.map(({ width = 9 }) => dotsOf(width));
  const count = Math.min(sheet.rowCount, MOST_ROWS);
  const canvas = createCanvas(
    columns.reduce((sum, width) => sum + width, 0),
    count * ROW,
  );
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = '13px Sheet';
  const [rows, tooWide] = [[], []];
  for (let row = 1; row <= count; row += 1) {
    let left = 0;
    const texts = columns.map((width, column) => {
      const { value, address } = sheet.getRow(row).getCell(column + 1);
      const text = shown(value);
      const needs = context.measureText(text).width + 2 * PADDING;
      if (typeof value === 'number' && needs > width) tooWide.push(address);
      context.save();
      context.beginPath();
      context.rect(left, (row - 1) * ROW, width, ROW);
      context.clip();
      context.fillText(text, left + PADDING, row * ROW - 5);
      context.restore();
      left += width;
      return text;
    });
    rows.push(texts);
  }
  if (folder !== undefined) await writeFile(join(folder, `${sheet.name}.png`), canvas.toBuffer('image/png'));
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] < 200) ink += 1;
  sheets.push({ name: sheet.name, rows, tooWide, ink: ink / (data.length / 4) });
}
process.stdout.write(JSON.stringify(sheets));
