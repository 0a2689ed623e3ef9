export { programmesModule } from './module.ts';
export { cityAreas } from './areas/city-areas.ts';
export { keepPastProgrammes, type PastProgramme } from './carrying/truth/commands/keep-past-programmes.ts';
export { keepScoreJob } from './carrying/truth/commands/keep-score.ts';
export { openTaskSeats } from './commands/open-seats.ts';
export { pendingNominations, type PendingNomination } from './queries/pending-nominations.ts';
export { troubledProgrammes, type TroubledProgramme } from './carrying/truth/queries/troubled-programmes.ts';
