'use strict';
// Stands for a preparation step: three units of work, then done.
for (const done of [1, 2, 3]) process.send({ kind: 'progress', step: 'bases préparées', done, total: 3 });
process.send({ kind: 'finished', summary: { rows: 3 } });
