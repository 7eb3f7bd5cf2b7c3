'use strict';
// Stands for a preparation step that knows why it fails.
process.send({ kind: 'failed', code: 'DATABASE_MIGRATION_FAILED', message: 'column "x" exists' });
process.exitCode = 1;
process.disconnect();
