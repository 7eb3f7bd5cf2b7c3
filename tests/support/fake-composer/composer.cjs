'use strict';

/** Stands for the process that composes: the first publication's SDL says what it does. */
process.on('message', ({ publications: [publication] }) => {
  switch (publication?.sdl) {
    case 'hangs':
      for (;;);
    case 'takes memory': {
      const taken = [];
      for (;;) taken.push(new Array(1_000).fill(taken.length));
    }
    case 'ends':
      process.exit(0);
    // eslint-disable-next-line no-fallthrough -- the case above ends the process
    default:
      process.send({ kind: 'COMPOSED', supergraphSdl: String(process.pid), nationalSdl: JSON.stringify(process.env) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ kind: 'READY' });
