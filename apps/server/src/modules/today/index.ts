export { todayModule } from './module.ts';
