import { createECDH, randomBytes } from 'node:crypto';
import { acknowledgeTask, readCascade, type Task } from '@makaverse/contract/directives';
import {
  callMeeting,
  draftMeeting,
  fillSlot,
  makeNextMeeting,
  readMeeting,
  writeItemNotes,
  type MeetingDetail,
} from '@makaverse/contract/meetings';
import {
  approveMinutes,
  checkInRoom,
  closeMeeting,
  editMinutes,
  keepDirective,
  readRefresh,
  startMeeting,
  steerRefresh,
  writeMinutes,
} from '@makaverse/contract/meetings-room';
import { listNominations, propose, returnNomination, startProgramme } from '@makaverse/contract/programmes';
import { reportObstacle, writeLetter } from '@makaverse/contract/programmes-obstacles';
import { addDocument } from '@makaverse/contract/meetings';
import { addPushDevice } from '@makaverse/contract/identity-push';
import type { SmallCity } from '../city.ts';
import type { Harness } from '../harness.ts';
import { checkInSecrets } from './check-in-secrets.ts';
import { leadership, ofHealth, ofPu, readsAll, type Role, type Secret } from './record.ts';

const secretWords = (name: string): string => `rahasia-${name}-7391`;

/**
 * Lives through a rakorsus to which only Public Works and Health are invited, and hides words in every record on the way. Ends with
 * minutes approved and a second version begun, and a refresh called and steered.
 */
export async function tellSecrets(harness: Harness, city: SmallCity): Promise<readonly Secret[]> {
  const secrets: Secret[] = [];
  const hide = (what: string, id: string, readers: readonly Role[], topic?: string): string => {
    const words = secretWords(what.replaceAll(' ', '-'));
    secrets.push({ what, id, words, readers: new Set(readers), ...(topic && { topic }) });
    return words;
  };
  const invited: readonly Role[] = [...readsAll, ...ofPu, ...ofHealth];
  const clerk = harness.as(city.clerk);
  const mayor = harness.as(city.mayor);
  const fields = {
    kind: 'rakorsus' as const,
    startsAt: '2022-03-15T19:00:00+08:00',
    endsAt: '2022-03-15T23:00:00+08:00',
    place: '',
    link: null,
    chairId: city.mayor.id,
    clerkIds: [city.clerk.id],
    refreshOfId: null,
    unitIds: [city.units.pu, city.units.health],
    groups: [],
    template: 'rakorsus' as const,
  };
  const draft = await clerk(draftMeeting, { body: { ...fields, title: secretWords('draft') } });
  hide('draft', draft.id, readsAll, `meeting:${draft.id}`);
  const planned = await clerk(draftMeeting, { body: { ...fields, title: secretWords('meeting') } });
  const params = { id: planned.id };
  hide('meeting', planned.id, invited, `meeting:${planned.id}`);
  const called = await clerk(callMeeting, { params, body: { version: planned.version } });
  const slot = called.agenda.find((item) => item.presenter?.id === city.units.pu)!;
  await harness.as(city.headPu)(fillSlot, {
    params: { id: slot.id },
    body: { issue: hide('slot', planned.id, invited), solution: '', innovation: '', version: slot.version },
  });
  const documentId = await putDocument(harness, city, slot.id, hide('document bytes', 'none', invited));
  secrets.push({ ...secrets.pop()!, id: documentId });

  harness.clock.set('2022-03-15T19:00:00+08:00');
  const opened = await mayor(startMeeting, { params, body: { version: (await read()).version } });
  const point = opened.agenda.find((item) => item.kind === 'item')!;
  await clerk(writeItemNotes, { params: { id: point.id }, body: { notes: hide('notes', planned.id, invited), version: point.version } });
  await harness.as(city.headPu)(checkInRoom, {
    params,
    body: { unitId: city.units.pu, people: [{ name: hide('guest', planned.id, invited) }] },
  });
  const parts = { deadline: '2022-04-14', measure: 'terukur', reviewerId: city.assistant1.id };
  const toCamat: readonly Role[] = [...invited, 'camatA', 'lurahA1', 'lurahA2'];
  const cascading = await clerk(keepDirective, {
    params,
    body: {
      ...parts,
      words: secretWords('directive'),
      addressees: [{ unitId: city.units.kecamatanA, picId: city.camatA.id, nominationDueOn: null }],
      isCascading: true,
    },
  });
  hide('directive', cascading.id, toCamat, `directive:${cascading.id}`);
  const toPu = await clerk(keepDirective, {
    params,
    body: {
      ...parts,
      words: 'Keruk simpul saluran.',
      addressees: [{ unitId: city.units.pu, picId: null, nominationDueOn: '2022-03-18' }],
    },
  });
  harness.clock.set('2022-03-15T22:00:00+08:00');
  await mayor(closeMeeting, { params, body: { version: (await read()).version } });

  harness.clock.set('2022-03-16T10:00:00+08:00');
  const { tasks } = await mayor(readCascade, { params: { id: cascading.id } });
  await answer(tasks, city.units.kecamatanA, city.camatA, 'task', [...readsAll, 'camatA', 'lurahA1', 'lurahA2']);
  await answer(tasks, city.units.kelurahanA1, city.lurahA1, 'task below', [...readsAll, 'camatA', 'lurahA1']);

  const { items } = await mayor(listNominations, { query: {} });
  const nomination = items.find((one) => one.subject.number === toPu.number)!;
  const ofNomination: readonly Role[] = [...leadership, 'headPu', 'secretaryPu', 'staffPu'];
  const at = { params: { id: nomination.id } };
  const proposed = await harness.as(city.headPu)(propose, {
    ...at,
    body: {
      personId: city.staffPu.id,
      reasons: hide('nomination', nomination.id, ofNomination, `nomination:${nomination.id}`),
      version: nomination.version,
    },
  });
  await harness.as(city.assistant1)(returnNomination, {
    ...at,
    body: { reason: hide('returned', nomination.id, ofNomination), version: proposed.version },
  });

  await blockProgramme(harness, city, hide);

  const written = await clerk(writeMinutes, { params });
  const edited = await clerk(editMinutes, {
    params,
    body: { summary: hide('minutes', planned.id, invited), sections: written.sections, version: written.version },
  });
  await mayor(approveMinutes, { params, body: { version: edited.version } });
  const second = await clerk(writeMinutes, { params });
  await clerk(editMinutes, {
    params,
    body: { summary: hide('minutes draft', planned.id, readsAll), sections: second.sections, version: second.version },
  });
  const next = await clerk(makeNextMeeting, { params, body: { startsAt: '2022-03-22T09:00:00+08:00', minutes: 60 } });
  secrets.push({ what: 'refresh', id: next.id, words: next.title, readers: new Set(invited), topic: `meeting:${next.id}` });
  await clerk(callMeeting, { params: { id: next.id }, body: { version: next.version } });
  // Being invited to it is not enough to read why the chair left something out.
  const { candidates, minutesGiven, version } = await mayor(readRefresh, { params: { id: next.id } });
  const drops = [{ key: candidates[0]!.key, reason: hide('dropped from refresh', next.id, readsAll) }];
  await mayor(steerRefresh, { params: { id: next.id }, body: { minutesGiven, pins: [], drops, order: [], version } });
  secrets.push({
    what: 'phone',
    id: city.staffHealth.id,
    words: await givePhone(harness, city),
    readers: new Set([...leadership, 'admin', ...ofHealth]),
  });
  const [label, address] = [secretWords('device'), `https://push.example/${secretWords('address')}`];
  const deviceId = await giveDevice(harness, city, { label, endpoint: address });
  secrets.push({ what: 'device', id: deviceId, words: label, readers: new Set(['staffHealth']) });
  // Whoever has it can write to the device: it leaves through no door.
  secrets.push({ what: 'address of a device', id: deviceId, words: address, readers: new Set() });
  secrets.push(...(await checkInSecrets(harness, city)));
  return secrets;

  function read(): Promise<MeetingDetail> {
    return mayor(readMeeting, { params });
  }
  async function answer(all: readonly Task[], unitId: string, who: { id: string }, what: string, readers: readonly Role[]): Promise<void> {
    const task = all.find((one) => one.unit.id === unitId)!;
    const words = `Kami mengerjakan ${hide(what, task.id, readers, `task:${task.id}`)} mulai Senin dan melapor tiap pekan.`;
    await harness.as(who)(acknowledgeTask, { params: { id: task.id }, body: { words } });
  }
}

/** What blocks a programme is read by the leadership and by whoever works in the unit that is blocked, and so is the letter about it. */
async function blockProgramme(
  harness: Harness,
  city: SmallCity,
  hide: (what: string, id: string, readers: readonly Role[], topic?: string) => string,
): Promise<void> {
  const { id } = await harness.as(city.secretary)(startProgramme, {
    body: {
      number: 7391,
      name: 'Simpul saluran',
      outcome: 'Tidak tergenang.',
      field: 'Drainase',
      reviewerId: city.assistant1.id,
      unitIds: [city.units.pu],
      nominationDueOn: '2022-03-18',
    },
  });
  const readers: readonly Role[] = [...leadership, ...ofPu];
  const head = harness.as(city.headPu);
  const blocked = await head(reportObstacle, {
    params: { id },
    body: {
      unitId: city.units.pu,
      milestoneId: null,
      words: secretWords('obstacle'),
      sinceOn: '2022-03-14',
      costPerDay: null,
      remover: { kind: 'outside', authority: 'Balai Wilayah Sungai' },
    },
  });
  hide('obstacle', blocked.id, readers, `obstacle:${blocked.id}`);
  const body = { version: blocked.version, addressee: 'Kepala Balai', legalBasis: 'UU 17/2019', body: hide('letter', blocked.id, readers) };
  await head(writeLetter, { params: { id: blocked.id }, body });
}

async function putDocument(harness: Harness, city: SmallCity, itemId: string, words: string): Promise<string> {
  const boundary = 'leak-boundary';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${words}.txt"\r\ncontent-type: text/plain\r\n\r\n${words}\r\n--${boundary}--\r\n`;
  const sent = await harness.callRaw(city.headPu, {
    method: 'POST',
    url: addDocument.path.replace('{id}', itemId),
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  return (sent.json() as { id: string }).id;
}

async function giveDevice(harness: Harness, city: SmallCity, named: { label: string; endpoint: string }): Promise<string> {
  const pair = createECDH('prime256v1');
  const body = {
    ...named,
    p256dh: pair.generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  };
  return (await harness.as(city.staffHealth)(addPushDevice, { body })).id;
}

async function givePhone(harness: Harness, city: SmallCity): Promise<string> {
  const phone = '0811-739-1739';
  await harness.db.updateTable('identity.person').set({ phone }).where('id', '=', city.staffHealth.id).execute();
  return phone;
}
