export { directivesModule } from './module.ts';
export { issueDirectives, type IssuedTask } from './commands/issue-directives.ts';
export { urgencyOf } from './domain/urgency.ts';
export { noteNomination, setPersonInCharge } from './commands/person-in-charge.ts';
export { recordDirective, type SpokenDirective } from './commands/record-directive.ts';
export { setAudience } from './commands/set-audience.ts';
export { DirectivesIncomplete } from './domain/broken-rules.ts';
export { nextRungAt, rungOf, workingDaysSince, type Climb } from './domain/ladder.ts';
export { cityCounts, type CityCounts } from './queries/city-standing.ts';
export { directiveFacts, directiveIdsOfTasks, finishedTaskIds, type DirectiveFacts } from './queries/directive-facts.ts';
export { directivesOfProgramme } from './queries/directives-of-programme.ts';
export { presentDirectives } from './queries/directive-views.ts';
export {
  countsOfMeetings,
  directivesOfMeeting,
  gapsOfMeeting,
  type DirectiveGap,
  type MeetingCounts,
} from './queries/meeting-directives.ts';
export { recordOf, type KeptDirectives } from './queries/person-record.ts';
export { troubledTasks, type TroubledTask } from './queries/troubled-tasks.ts';
