export { programmesModule } from './module.ts';
