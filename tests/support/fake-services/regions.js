'use strict';
// Stands for the process of the regions: one bare HTTP server per region of REGIONS_FILE, with the launcher's protocol.
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');

const settings = JSON.parse(readFileSync(process.env.REGIONS_FILE, 'utf8'));
const servers = new Map();

async function start({ code, port }) {
  const server = createServer((_, response) => response.end(code));
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  servers.set(code, server);
  process.send({ kind: 'region-started', region: code, url: `http://127.0.0.1:${port}/graphql` });
}

async function stop({ code }) {
  await new Promise((resolve) => servers.get(code).close(resolve));
  process.send({ kind: 'region-stopped', region: code });
}

process.on('message', ({ kind, region }) => {
  const setting = settings.find(({ code }) => code === region);
  void (kind === 'stop-region' ? stop(setting) : start(setting));
});
process.on('disconnect', () => process.exit(0));
Promise.all(settings.map(start)).then(() => process.send({ kind: 'ready', name: 'regions', url: 'http://127.0.0.1/' }));
