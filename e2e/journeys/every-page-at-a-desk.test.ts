import { describeEveryPage } from '../support/every-page.ts';
import { desk, journey } from '../support/journey.ts';

describeEveryPage(journey(), desk);
