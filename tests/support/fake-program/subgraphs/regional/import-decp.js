'use strict';
// Stands for the import of the regional subgraph: a fixed report, or a refusal for a file of another name.
const { writeFileSync } = require('node:fs');
const { basename } = require('node:path');

const file = basename(process.argv[2]);
if (file === 'marches.csv') {
  const report = {
    file,
    format: 'CSV',
    lineUnit: 'LINE',
    rows: { read: 5, accepted: 4, rejected: 1 },
    contracts: { found: 4, imported: 3, rejected: 1 },
    concessions: 0,
    regions: [
      { code: '52', contracts: 0, movedAway: 0, inserted: 0, updated: 0, unchanged: 0 },
      { code: '53', contracts: 3, movedAway: 0, inserted: 2, updated: 0, unchanged: 1 },
    ],
    rejectedByReason: { BUYER_INVALID: 1 },
    warningsByCode: {},
    rejected: [{ line: 4, uid: 'x', reason: 'BUYER_INVALID', message: 'not a SIRET' }],
    warnings: [],
  };
  writeFileSync(process.env.REPORT_FILE, JSON.stringify(report));
  process.send({ kind: 'finished', summary: { rows: 5 } });
} else {
  process.send({ kind: 'failed', code: 'IMPORT_FILE_UNREADABLE', message: `${file} cannot be read.` });
  process.exitCode = 1;
}
process.disconnect();
