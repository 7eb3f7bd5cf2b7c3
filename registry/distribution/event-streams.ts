import type { Response } from 'express';

/** Milliseconds between two signs of life; less than any proxy or client waits. */
const KEEP_ALIVE_MILLISECONDS = 10_000;

/** What a stream tells of a supergraph. */
export interface SupergraphNews {
  readonly number: number;
  readonly checksum: string;
}

/** The open streams of server-sent events. */
export interface EventStreams {
  /** Opens one on a response, beginning with what is served now. */
  open(response: Response, news: SupergraphNews | undefined): void;
  tell(news: SupergraphNews): void;
  /** Ends all of them, so that the server can stop. */
  close(): void;
}

/** Keeps streams open, with a comment every ten seconds. */
export function createEventStreams(): EventStreams {
  const streams = new Set<Response>();
  const timer = setInterval(() => {
    for (const stream of streams) stream.write(': \n\n');
  }, KEEP_ALIVE_MILLISECONDS).unref();
  return {
    open(response, news) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // nginx would hold events back until its buffer is full.
        'x-accel-buffering': 'no',
      });
      response.write(news === undefined ? ': \n\n' : eventOf(news));
      streams.add(response);
      response.once('close', () => streams.delete(response));
    },
    tell(news) {
      for (const stream of streams) stream.write(eventOf(news));
    },
    close() {
      clearInterval(timer);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}

function eventOf({ number, checksum }: SupergraphNews): string {
  return `event: supergraph\nid: ${number}\ndata: ${JSON.stringify({ number, checksum })}\n\n`;
}
