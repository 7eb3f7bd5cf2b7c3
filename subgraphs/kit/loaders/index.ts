export { createGroupLoader, createRowLoader, MAX_BATCH, type RowLoaderOptions } from './create-loader';
