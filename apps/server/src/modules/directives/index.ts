export { directivesModule } from './module.ts';
