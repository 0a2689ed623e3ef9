export { meetingsModule } from './module.ts';
