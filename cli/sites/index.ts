export { type DirectoryDesk, type DirectoryPost, readDirectory, type RegionDirectory } from './read-directory';
export { contactOf, contactOfSite, type Site, type SiteContact } from './resolve-site';
export { cellsOfContact, CONTACT_COLUMNS } from './site-rows';
export { csvOf, MAX_SITES, readSiteTable, type SiteTable, writeTable } from './site-table';
export { type CoverageReport, coverageReport, type RegionCoverage, type WhiteZone } from './white-zones';
