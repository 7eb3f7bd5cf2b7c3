export { readDirectory } from './read-directory';
export { contactOfSite, type Site, type SiteContact } from './resolve-site';
export { rowsOfArea, sumsOfArea } from './area-rows';
export { cellsOfContact, CONTACT_COLUMNS } from './site-rows';
export { csvOf, MAX_SITES, readSiteTable, type SiteTable, writeTable } from './site-table';
