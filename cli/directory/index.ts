export { importPosts, type SheetOutcome } from './import-posts';
export { postsCsv } from './posts-csv';
export { postsVcard } from './posts-vcard';
export { type Post, readPosts } from './posts';
