'use strict';
// Stands for a service with one server: the gateway or the national level.
const { createServer } = require('node:http');

const server = createServer((_, response) => response.end('{"data":{}}'));
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.send({ kind: 'ready', name: 'gateway', url: `http://127.0.0.1:${server.address().port}/graphql` });
});
process.on('disconnect', () => process.exit(0));
