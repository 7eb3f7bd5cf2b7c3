'use strict';
// Stands for a service that is ready, then falls.
process.send({ kind: 'ready', name: 'national', url: 'http://127.0.0.1:1/graphql' });
setTimeout(() => {
  process.stderr.write('last words of the service\n');
  process.exit(7);
}, 300);
