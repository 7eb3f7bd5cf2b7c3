import { parse } from 'csv-parse/sync';
import { HubError } from '../../subgraphs/kit/errors';

/** Largest part, in bytes: a gateway takes requests of 256 KiB unless told otherwise, and JSON escapes quotes. */
const PART_BYTES = 100 * 1024;

/** A part of a programme: its own CSV with the head, and the number of its first line. */
export interface ProgrammePart {
  readonly csv: string;
  readonly firstLine: number;
}

/** A programme in parts that a gateway takes. */
export interface SplitProgramme {
  readonly parts: readonly ProgrammePart[];
  readonly lineCount: number;
}

interface RawRecord {
  readonly raw: string;
}

/**
 * Cuts the CSV of a programme between records: a quoted text may hold line breaks. Throws FILE_UNREADABLE when it is no
 * CSV.
 */
export function splitProgramme(csv: string, partBytes = PART_BYTES): SplitProgramme {
  const [head, ...records] = recordsOf(csv.replace(/^\ufeff/, ''));
  if (head === undefined || records.length === 0) throw unreadable('It holds no line behind its head.');
  const parts: { csv: string; firstLine: number }[] = [];
  let bytes = 0;
  records.forEach((record, index) => {
    const text = endedLine(record.raw);
    const size = Buffer.byteLength(text);
    const last = parts.at(-1);
    if (last === undefined || bytes + size > partBytes) {
      parts.push({ csv: endedLine(head.raw) + text, firstLine: index + 2 });
      bytes = Buffer.byteLength(head.raw) + size;
    } else {
      last.csv += text;
      bytes += size;
    }
  });
  return { parts, lineCount: records.length };
}

function recordsOf(csv: string): readonly RawRecord[] {
  const [head = ''] = csv.split(/\r?\n/, 1);
  const delimiter = [';', '\t'].find((separator) => head.includes(separator)) ?? ',';
  try {
    return parse(csv, {
      raw: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as RawRecord[];
  } catch (cause) {
    throw unreadable(cause instanceof Error ? cause.message : 'It is no CSV.');
  }
}

function endedLine(raw: string): string {
  return `${raw.replace(/[\r\n]+$/, '')}\n`;
}

function unreadable(why: string): HubError {
  return new HubError('PROGRAMME_UNREADABLE', `The programme cannot be read. ${why}`);
}
