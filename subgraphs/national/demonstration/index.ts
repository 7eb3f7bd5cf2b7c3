export { loadNationalDemonstration } from './load-national-demonstration';
