export { drawInThread, type DrawMap } from './draw-in-thread';
export type { OwnOutlines } from './drawn-map';
export { createMapService, type MapService } from './map-service';
export { mapRoutes } from './map-routes';
