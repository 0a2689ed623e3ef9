import { listDirectives, readCascade } from '@makaverse/contract/directives';
import { listPeople, listUnits } from '@makaverse/contract/identity-directory';
import { listMeetings } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { listNominations, listProgrammes } from '@makaverse/contract/programmes';
import { listObstacles } from '@makaverse/contract/programmes-obstacles';
import { listMailbox } from '@makaverse/contract/system';
import { apiAs } from './issued-directive.ts';
import type { Journey } from './journey.ts';
import { runningMeeting } from './running-meeting.ts';

/** Who looks; `nobody` is not signed in. */
export type Viewer = 'mayor' | 'clerk' | 'camat' | 'head-pu' | 'admin' | 'nobody';
export type Addresses = Readonly<Partial<Record<Viewer, readonly string[]>>>;

const planParts = ['tonggak', 'uang', 'indikator', 'lokasi', 'dokumen', 'berkas'] as const;

/** Every page of the app, with records of the story that exist. A page added to `pageOf` is missing here until it is given addresses. */
export async function everyAddress(system: Journey): Promise<Addresses[]> {
  const mayor = await apiAs(system, 'mayor');
  const { items: meetings } = await mayor(listMeetings, {});
  const rakorsus = meetings.find((one) => one.kind === 'rakorsus')!.id;
  const refresh = meetings.find((one) => one.kind === 'refresh')!.id;
  const running = await runningMeeting(system);
  const { items: directives } = await mayor(listDirectives, { query: { meetingId: rakorsus } });
  const directive = directives.at(-1)!.id;
  const { tasks } = await mayor(readCascade, { params: { id: directive } });
  const manggala = tasks.find((task) => task.unit.name === 'Kecamatan Manggala')!.id;
  const first = async (list: Promise<{ items: readonly { id: string }[] }>): Promise<string> => (await list).items[0]!.id;
  const nomination = await first(mayor(listNominations, {}));
  const letter = await first((await apiAs(system, 'admin'))(listMailbox, {}));
  const unit = (await mayor(listUnits, {})).items.find((one) => one.name === 'Dinas Pekerjaan Umum')!.id;
  const person = await first(mayor(listPeople, { query: { unitId: unit } }));
  const programme = await first(mayor(listProgrammes, {}));
  const obstacle = await first(mayor(listObstacles, {}));
  const pages: Record<keyof typeof pageOf, Addresses> = {
    today: { mayor: [pageOf.today()], 'head-pu': [pageOf.today()], admin: [pageOf.today()] },
    mayor: { mayor: [pageOf.mayor()] },
    meetings: { mayor: [pageOf.meetings()] },
    newMeeting: { clerk: [pageOf.newMeeting()] },
    meeting: { mayor: [pageOf.meeting(rakorsus), pageOf.meeting(running.id)] },
    meetingAgenda: { clerk: [pageOf.meetingAgenda(refresh)] },
    clerk: { clerk: [pageOf.clerk(running.id), pageOf.clerk(rakorsus)] },
    chair: { mayor: [pageOf.chair(running.id), pageOf.chair(refresh)] },
    roomScreen: { mayor: [pageOf.roomScreen(running.id), pageOf.roomScreen(rakorsus)] },
    attendance: { 'head-pu': [pageOf.attendance(running.id)], mayor: [pageOf.attendance(rakorsus)] },
    minutes: { mayor: [pageOf.minutes(rakorsus)] },
    refresh: { mayor: [pageOf.refresh(refresh)] },
    directives: { mayor: [pageOf.directives(), `${pageOf.directives()}?saring=late&rapat=${rakorsus}`] },
    directive: {
      mayor: [pageOf.directive(directive)],
      clerk: [pageOf.directive(running.draftDirectiveId), pageOf.directive(running.draftDirectiveId, 'deadline')],
    },
    cascade: { mayor: [pageOf.cascade(directive)] },
    task: { mayor: [pageOf.task(tasks[0]!.id)], camat: [pageOf.task(manggala)] },
    heatMap: { mayor: [pageOf.heatMap(), `${pageOf.heatMap()}?jenis=kelurahan`] },
    programmes: { mayor: [pageOf.programmes()] },
    programme: { mayor: [pageOf.programme(programme)] },
    programmePlan: {
      mayor: planParts.map((part) => pageOf.programmePlan(programme, part)),
    },
    programmeTruth: { mayor: [pageOf.programmeTruth(programme)] },
    promises: { mayor: [pageOf.promises()] },
    boundaries: { admin: [pageOf.boundaries()], mayor: [pageOf.boundaries()] },
    obstacles: { mayor: [pageOf.obstacles()] },
    obstacle: { mayor: [pageOf.obstacle(obstacle)] },
    warRoom: { mayor: [pageOf.warRoom()] },
    // Only who is in charge reports; to others the page says so.
    checkIn: { mayor: [pageOf.checkIn(programme)] },
    checkInLink: { nobody: [pageOf.checkInLink('gone')] },
    evidenceFlags: { mayor: [pageOf.evidenceFlags(), `${pageOf.evidenceFlags()}?saring=answered`] },
    evidenceFlag: { mayor: [pageOf.evidenceFlag(programme)] },
    nominations: { mayor: [pageOf.nominations()] },
    nomination: { mayor: [pageOf.nomination(nomination)] },
    directory: { mayor: [pageOf.directory()] },
    unit: { mayor: [pageOf.unit(unit)], admin: [pageOf.unit(unit)] },
    person: { mayor: [pageOf.person(person)], admin: [pageOf.person(person)] },
    imports: { admin: [pageOf.imports()] },
    // A refusal is a page too.
    audit: { admin: [pageOf.audit()], mayor: [pageOf.audit()] },
    account: { mayor: [pageOf.account()] },
    mailbox: { admin: [`${pageOf.mailbox()}?surat=${letter}`] },
    signIn: { nobody: [pageOf.signIn()] },
    setUp: { nobody: [pageOf.setUp()] },
    redeemLink: { nobody: [pageOf.redeemLink(''), pageOf.redeemLink('gone')] },
  };
  return [...Object.values(pages), { mayor: ['/tidak/ada'] }];
}
