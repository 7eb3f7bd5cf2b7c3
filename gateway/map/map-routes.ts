import { type Request, type RequestHandler, type Response, Router } from 'express';
import fresh from 'fresh';
import { HubError } from '../../subgraphs/kit/errors';
import type { AskGateway, MapService } from './map-service';
import { type DrawnMap, MAP_FORMATS, MAP_LAYERS, type MapFormat, type MapLayer } from './drawn-map';

/** Version of the form of the layers: their names and properties. */
const FORM = 'v1';

const MEDIA_TYPES: Readonly<Record<MapFormat, string>> = {
  geojson: 'application/geo+json',
  topojson: 'application/json',
};

/** What the routes of the map are made of. */
export interface MapRoutesDeps {
  readonly map: MapService;
  /** Asks the gateway as an anonymous caller. */
  readonly askFor: (response: Response) => AskGateway;
  /** Steps before each answer: the rate of clients. */
  readonly admit: readonly RequestHandler[];
}

/**
 * `/map/v1` lists the layers, `/map/v1/<layer>.geojson` and `.topojson` are they. Anybody may read them, from any page. An answer may
 * be kept by whoever asks whether it still holds (ETag), so that who withdraws is gone with the next look; one in which a region is
 * missing is not kept at all.
 */
export function mapRoutes({ map, askFor, admit }: MapRoutesDeps): Router {
  const router = Router();
  router.use(
    (request, response, next) => {
      response.set('access-control-allow-origin', '*');
      if (request.method === 'GET' || request.method === 'HEAD') return next();
      response.set('allow', 'GET, HEAD');
      throw new HubError(
        'METHOD_NOT_ALLOWED',
        `The method ${request.method} has no meaning here. Read the map by GET.`,
      );
    },
    ...admit,
  );
  router.get(`/${FORM}`, async (request, response) => {
    const drawn = await map.current(askFor(response));
    send(request, response, drawn, { type: 'application/json', ...indexOf(drawn) });
  });
  router.get(`/${FORM}/:file`, async (request, response) => {
    const { layer, format } = fileOf(request.params.file);
    const drawn = await map.current(askFor(response));
    const { plain, gzip, digest } = drawn.layers[layer][format];
    const isZipped = request.acceptsEncodings('gzip', 'identity') === 'gzip';
    if (isZipped) response.set('content-encoding', 'gzip');
    response.vary('accept-encoding');
    const etag = `${digest}${isZipped ? '-gzip' : ''}`;
    send(request, response, drawn, { type: MEDIA_TYPES[format], etag, bytes: isZipped ? gzip : plain });
  });
  return router;
}

interface Sent {
  readonly type: string;
  readonly etag: string;
  readonly bytes: Uint8Array;
}

function send(request: Request, response: Response, { coverage }: DrawnMap, { type, etag, bytes }: Sent): void {
  // A region that is no member stays missing; one that is and does not answer may be back in a moment.
  const isWhole = coverage.missing.every(({ status }) => status === 'NOT_CONNECTED');
  response.set('cache-control', isWhole ? 'public, no-cache' : 'no-store');
  response.set('content-type', type);
  response.set('etag', `"${etag}"`);
  // Not `request.fresh`: a script that sends a tag by fetch() sends "no-cache" as well, and it is answered from now either way.
  if (isWhole && fresh({ 'if-none-match': request.get('if-none-match') }, { etag: `"${etag}"` })) {
    response.removeHeader('content-encoding');
    response.status(304).end();
    return;
  }
  response.set('content-length', String(bytes.length));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function indexOf({ version, coverage, isDemonstration, sources, layers }: DrawnMap): Omit<Sent, 'type'> {
  const list = (Object.keys(MAP_LAYERS) as MapLayer[]).map((name) => ({
    name,
    description: MAP_LAYERS[name],
    features: layers[name].geojson.features,
    files: MAP_FORMATS.map((format) => ({
      format,
      path: `/map/${FORM}/${name}.${format}`,
      bytes: layers[name][format].plain.length,
      etag: `"${layers[name][format].digest}"`,
    })),
  }));
  const content = JSON.stringify({ version, coverage, isDemonstration, sources, layers: list });
  return { etag: version, bytes: Buffer.from(content, 'utf8') };
}

/** Throws MAP_LAYER_UNKNOWN. */
function fileOf(name: string): { readonly layer: MapLayer; readonly format: MapFormat } {
  const [layer, format, ...rest] = name.split('.');
  if (isLayer(layer) && isFormat(format) && rest.length === 0) return { layer, format };
  const layers = Object.keys(MAP_LAYERS).join(', ');
  throw new HubError(
    'MAP_LAYER_UNKNOWN',
    `The map has no file of this name. Layers: ${layers}; formats: ${MAP_FORMATS.join(', ')}. /map/${FORM} lists them.`,
  );
}

function isLayer(name: string | undefined): name is MapLayer {
  return name !== undefined && Object.hasOwn(MAP_LAYERS, name);
}

function isFormat(name: string | undefined): name is MapFormat {
  return MAP_FORMATS.some((format) => format === name);
}
