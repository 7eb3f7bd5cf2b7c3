'use strict';
// Stands for a service that does not obey SIGTERM.
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 1000);
process.on('disconnect', () => process.exit(0));
process.send({ kind: 'ready', name: 'national', url: 'http://127.0.0.1:1/graphql' });
