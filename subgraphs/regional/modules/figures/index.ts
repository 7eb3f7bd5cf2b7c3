export { figuresResolvers } from './figures.resolvers';
export { createFiguresLoader, type FiguresLoader } from './figures.service';
