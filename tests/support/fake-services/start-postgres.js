'use strict';
// Starts the PostgreSQL of the folder given, says so, and stays until it is killed. Needs the compiled project.
const { join } = require('node:path');
const { startEmbeddedPostgres } = require(
  join(__dirname, '..', '..', '..', 'dist', 'subgraphs', 'kit', 'postgres', 'embedded'),
);

startEmbeddedPostgres({ dataDirectory: process.argv[2], durability: 'durable', searchPath: process.env.PATH }).then(
  ({ pid, port }) => {
    process.send({ pid, port });
    setInterval(() => undefined, 1000);
  },
);
