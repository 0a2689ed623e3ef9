import { describeEveryPage } from '../support/every-page.ts';
import { journey, phone } from '../support/journey.ts';

describeEveryPage(journey(), { ...phone, language: 'en', theme: 'dark' });
