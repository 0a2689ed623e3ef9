export { meetingsModule } from './module.ts';
export { nextMeeting } from './calling/queries/meeting-page.ts';
