import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CaseQueryService,
  DeliveryService,
  HistoryService,
  PublicStatusService,
  ReferenceLists,
  UnitChangeService,
  unitChangeSchema,
} from '@lianban/casework';
import {
  blankBookings,
  BookingDesk,
  bookingSchema,
  PublicBookings,
  receptionPlanSchema,
  ReceptionPlans,
  ReceptionQuery,
  ReceptionStages,
  residentBookingSchema,
  spotCaseSchema,
  SpotCases,
  type BookingReceipt,
} from '@lianban/outreach';
import { UnitFollowers } from '@lianban/organisation';
import { AuditTrail } from '@lianban/identity';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const thursday = '2026-03-05';

/** Receptions of the first station from planning to its cases; each test goes on where the one before ended. */
describe('receptions', () => {
  let world: DefaultWorld;
  let id: string;
  let booked: BookingReceipt;

  beforeAll(async () => {
    world = await openDefaultWorld(undefined, {
      LIANBAN_SMS_URL: 'http://127.0.0.1:9/sms',
      LIANBAN_SMS_SECRET: 'sms-secret',
    });
    await world.advanceTo('2026-03-02T09:01:00+08:00');
  });

  afterAll(async () => await world?.close());

  it('are planned by who organises them in the unit, as a series clear of statutory days off', async () => {
    await expect(plan('clerk')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(plan('street2')).rejects.toMatchObject({ code: 'outside-scope' });
    await expect(plan('street', { kind: 'loud', slots: 60 })).rejects.toMatchObject({
      code: 'reception-refused',
      fields: [{ field: 'slots' }, { field: 'kind' }],
    });
    const series = { every: 'week', until: '2026-04-20', dayOff: 'skip' };
    const request = { key: 'plan', account: 'street', hash: 'plan' };
    const planned = await plan('street', { day: '2026-03-30', series }, request);
    expect(planned).toMatchObject({
      receptions: [{ day: '2026-03-30' }, { day: '2026-04-13' }, { day: '2026-04-20' }],
      skipped: ['2026-04-06'],
    });
    expect(await plan('street', { day: '2026-03-30', series }, request)).toEqual(planned);

    const { items } = await list('clerk', { from: '2026-03-01', to: '2026-12-31' });
    expect(items.map(({ day, state, taken }) => [day, state, taken])).toEqual([
      ['2026-03-30', 'draft', 0],
      ['2026-04-13', 'draft', 0],
      ['2026-04-20', 'draft', 0],
    ]);
    const first = await list('leader', { limit: 2 });
    expect((await list('leader', { limit: 2, after: first.next ?? '' })).items).toMatchObject([{ day: '2026-04-20' }]);
    expect((await list('street2')).items).toEqual([]);
    expect((await list('leader', { unit: 'street-1' })).items).toHaveLength(3);
    expect((await list('leader', { unit: 'street-2' })).items).toEqual([]);
  });

  it('are told to everybody once they are published, with the slots that are free', async () => {
    id = (await plan('station-head')).receptions[0]?.id ?? '';
    const bookings = world.get(PublicBookings);
    expect((await bookings.list({ limit: 9 })).items).toEqual([]);
    await expect(bookings.reception(id)).rejects.toMatchObject({ code: 'reception-unknown' });
    await expect(book()).rejects.toMatchObject({ code: 'reception-unknown' });
    await world.get(ReceptionStages).publish(await world.person('station-head'), id, { following: false });

    expect((await bookings.list({ limit: 9, unit: 'street-1' })).items).toMatchObject([
      { id, day: thursday, from: '09:00', unit: { name: '向阳社区服务民生工作站' }, hosts: [{ office: '区人大代表' }] },
    ]);
    expect((await bookings.list({ limit: 9, unit: 'street-2' })).items).toEqual([]);
    expect(await bookings.units()).toEqual([
      { id: 'street-1', name: '河东街道党工委', street: null },
      { id: 'station-1-1', name: '向阳社区服务民生工作站', street: '河东街道党工委' },
    ]);
    expect((await bookings.reception(id)).free.map(({ from }) => from)).toEqual(['09:00', '09:20', '09:40']);
  });

  it('are booked by residents: a slot once, even by two at once, and one slot for a number', async () => {
    const two = await Promise.allSettled([book(), book({ phone: '13900000002' })]);
    const won = two.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(won).toHaveLength(1);
    expect(two.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'slot-taken' } });
    const [winner] = won;
    await world.get(PublicBookings).cancel(winner?.code ?? '', winner?.queryCode ?? '');

    booked = await book();
    const same = await Promise.allSettled([2, 3].map((slot) => book({ slot, phone: '139 0000 0003' })));
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(same.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'booked-already' } });
    const [again] = same.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    await world.get(PublicBookings).cancel(again?.code ?? '', again?.queryCode ?? '');
    await book({ slot: 2, phone: '13900000003' });
    // Who books and cancels by turns neither empties receptions nor sends messages to somebody else.
    await expect(book({ slot: 3, phone: '13900000003' })).rejects.toMatchObject({ code: 'booked-too-often' });
    await expect(book({ slot: 9, phone: '13900000009' })).rejects.toMatchObject({ code: 'slot-refused' });
    expect((await world.get(PublicBookings).reception(id)).free).toHaveLength(1);
  });

  it('are looked up by number and query code, of which only the hash is kept', async () => {
    const bookings = world.get(PublicBookings);
    expect(await bookings.find(booked.code.toLowerCase(), booked.queryCode)).toEqual({
      code: booked.code,
      state: 'booked',
      cancelReason: null,
      unit: '向阳社区服务民生工作站',
      kind: '代表（委员）接待',
      day: thursday,
      from: '09:00',
      to: '09:20',
      place: '社区服务大厅',
    });
    const wrong = booked.queryCode === '00000000' ? '00000001' : '00000000';
    await expect(bookings.find(booked.code, wrong)).rejects.toMatchObject({ code: 'booking-unknown' });
    await expect(bookings.cancel(booked.code, wrong)).rejects.toMatchObject({ code: 'booking-unknown' });
    await expect(bookings.find('YY20260305-999999', booked.queryCode)).rejects.toMatchObject({
      code: 'booking-unknown',
    });
    const rows = await world.database.query<{ row: string }>({
      text: 'SELECT row_to_json(b)::text AS row FROM outreach.booking b',
    });
    expect(rows.some(({ row }) => row.includes(`"${booked.queryCode}"`))).toBe(false);
  });

  it('show staff of the unit who comes, masked, and nobody else anything', async () => {
    const view = await get('clerk');
    expect(view).toMatchObject({ taken: 2, canPlan: false, canServe: true, canRegister: true });
    expect(view.bookings[0]).toMatchObject({
      name: '王**',
      phone: '138****5678',
      matter: '楼道灯不亮',
      bookedBy: null,
    });
    expect(JSON.stringify(view)).not.toMatch(/王大明|13812345678|hash/u);
    expect(await get('leader')).toMatchObject({ canPlan: false, canServe: false });
    await expect(get('street2')).rejects.toMatchObject({ code: 'reception-unknown' });
    await expect(get('clerk3')).rejects.toMatchObject({ code: 'reception-unknown' });
    await expect(get('secretary')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(enter('leader', { name: '李四', matter: '问' })).rejects.toMatchObject({ code: 'not-at-desk' });
    await expect(enter('clerk2', { name: '李四', matter: '问' })).rejects.toMatchObject({ code: 'reception-unknown' });
  });

  it('take down on the day who came, and who comes without an appointment', async () => {
    const desk = world.get(BookingDesk);
    const clerk = await world.person('clerk');
    await expect(desk.mark(clerk, booked.id, { as: 'came' })).rejects.toMatchObject({ code: 'reception-stage-wrong' });
    await expect(enter('clerk', { name: '李四', matter: '问' })).rejects.toMatchObject({
      code: 'reception-stage-wrong',
    });
    await world.advanceTo('2026-03-05T09:05:00+08:00');
    await expect(book({ slot: 1, phone: '13900000004' })).rejects.toMatchObject({ code: 'slot-refused' });

    await desk.mark(clerk, booked.id, { as: 'absent' });
    await desk.mark(clerk, booked.id, { as: 'came' });
    await enter('clerk', { name: '李四', matter: '想问低保怎么办' });
    expect((await get('clerk')).bookings.map(({ name, slot, state }) => [name, slot === null, state])).toEqual([
      ['王**', false, 'came'],
      ['赵**', false, 'booked'],
      ['李**', true, 'came'],
      [expect.any(String), false, 'cancelled'],
      ['赵**', false, 'cancelled'],
    ]);
  });

  it('open any number of cases on the spot, with who received, tied to the booking', async () => {
    await expect(open({ receivedBy: '某人' })).rejects.toMatchObject({ code: 'not-receiving' });
    await expect(open({}, 'officer')).rejects.toMatchObject({ code: 'reception-unknown' });
    const request = { key: 'spot', account: 'clerk', hash: 'spot' };
    const filed = await open({}, 'clerk', request);
    expect(await open({}, 'clerk', request)).toEqual(filed);
    await open({ title: '电梯困人' });

    expect(await world.get(CaseQueryService).get(await world.person('clerk'), filed.id)).toMatchObject({
      channel: { code: 'reception' },
      resident: { name: '王**', phone: '138****5678' },
      station: { id: 'station-1-1' },
    });
    expect(await world.get(PublicStatusService).get(filed.code, filed.queryCode)).toMatchObject({ state: 'open' });
    const { items } = await world.get(HistoryService).list(await world.person('clerk'), filed.id, { limit: 9 });
    expect(items.find(({ kind }) => kind === 'received')).toMatchObject({
      title: '接待日受理',
      detail: { receivedBy: '周敏', day: thursday },
    });
    const [first] = (await get('clerk')).bookings;
    expect(first?.cases).toMatchObject([{ code: filed.code, receivedBy: '周敏' }, { title: '电梯困人' }]);
    const [own] = await world.database.query<{ phone: string }>({
      text: 'SELECT resident_phone AS phone FROM casework.case_file WHERE id = $1',
      values: [filed.id],
    });
    const place = { table: 'casework.case_file', column: 'resident_phone', row: filed.id };
    expect(world.database.fields.open(place, own?.phone ?? '')).toBe('13812345678');
  });

  it('are held, and who was not seen did not come', async () => {
    await expect(hold('leader')).rejects.toMatchObject({ code: 'not-at-desk' });
    await hold('clerk');
    expect((await get('clerk')).bookings[1]).toMatchObject({ state: 'absent' });
    await expect(hold('clerk')).rejects.toMatchObject({ code: 'reception-stage-wrong' });
    const entries = await world.database.query<{ action: string }>({
      text: 'SELECT action FROM identity.audit_entry WHERE stream = $1 ORDER BY seq',
      values: [`reception:${id}`],
    });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['reception-planned', 'booking-made', 'reception-case-opened', 'reception-held']),
    );
    expect(await world.get(AuditTrail).verify(`reception:${id}`)).toMatchObject({ intact: true });
  });

  it('forget who booked when the term for that is over, and are counted as before', async () => {
    const blank = async (now: string) =>
      await world.database.transaction(async (tx) => await blankBookings(tx, new Date(now), 50));
    const before = (await get('clerk')).bookings;
    expect(await blank('2029-03-04T00:00:00+08:00')).toBe(0);
    expect(await blank('2029-03-06T00:00:00+08:00')).toBe(before.length);

    expect((await get('clerk')).bookings).toEqual(
      before.map((booking) => ({ ...booking, name: '', phone: null, matter: '' })),
    );
  });

  it('are called off with those of the series after them; who agreed is told by SMS', async () => {
    const street = await world.person('street');
    const { items } = await list('street', { from: '2026-03-30' });
    const [first, second] = items;
    await world.get(ReceptionStages).publish(street, first?.id ?? '', { following: true });
    const told = await book({ phone: '13912345678', smsConsent: true }, second?.id);
    await book({ slot: 2, phone: '13900000006' }, second?.id);
    await book({ slot: 3, phone: '02026881234', smsConsent: true }, second?.id);
    await expect(cancel('clerk', second?.id)).rejects.toMatchObject({ code: 'outside-scope' });
    await cancel('street', second?.id);

    expect((await list('street', { from: '2026-03-30' })).items.map(({ state }) => state)).toEqual([
      'published',
      'cancelled',
      'cancelled',
    ]);
    const deliveries = await world.database.query<{ id: string; text: string }>({
      text: `SELECT id, text FROM casework.delivery WHERE left_for = $1 ORDER BY id`,
      values: [told.id],
    });
    expect(deliveries.map(({ text }) => text)).toEqual([
      `您已预约向阳社区服务民生工作站 2026-04-13 09:00 的接待（社区服务大厅），预约号 ${told.code}，查询码 ${told.queryCode}。`,
      `您预约的向阳社区服务民生工作站 2026-04-13 09:00 的接待已取消：代表出差。预约号 ${told.code}。`,
    ]);
    const parcel = await world.get(DeliveryService).open({ delivery: deliveries[1]?.id });
    expect(parcel).toMatchObject({ to: '13912345678' });
    await world.get(DeliveryService).close(parcel ?? never(), 'sms', { taken: true });
    const [sent] = await world.database.query({
      text: 'SELECT phone, text, to_masked FROM casework.delivery WHERE id = $1',
      values: [deliveries[1]?.id],
    });
    expect(sent).toEqual({ phone: null, text: null, to_masked: '139****5678' });
    expect(
      await world.database.query({ text: 'SELECT FROM casework.delivery WHERE left_for <> $1', values: [told.id] }),
    ).toEqual([]);
    expect(await world.get(PublicBookings).find(told.code, told.queryCode)).toMatchObject({
      state: 'cancelled',
      cancelReason: '代表出差',
    });
  });

  it('are owed by no kind of unit until an administrator says so', async () => {
    const overdue = async (username: string) =>
      (await world.get(ReceptionQuery).overdue(await world.person(username), { limit: 50 })).items;
    await world.advanceTo('2026-03-13T09:00:00+08:00');
    expect(await overdue('leader')).toEqual([]);
    const duty = { version: 0, name: '工作站', position: 0, active: true, values: { everyDays: 7 }, note: '' };
    await world.get(ReferenceLists).save(await world.person('sysadmin'), 'reception-duties', 'station', duty);

    expect((await overdue('leader')).map(({ last }) => last)).toEqual([thursday, ...Array<null>(7).fill(null)]);
    expect(await overdue('clerk')).toEqual([
      { id: 'station-1-1', name: '向阳社区服务民生工作站', everyDays: 7, last: thursday, next: '2026-03-30' },
    ]);
  });

  it('that are still to be held are led on by who goes on with the unit', async () => {
    expect(await world.get(UnitFollowers).thingsOf('station-1-1')).toContainEqual({
      what: 'receptions',
      count: 1,
      open: true,
    });
    const change = { kind: 'merged', day: '2026-03-13', reason: '撤并', successor: 'station-1-2' };
    await world
      .get(UnitChangeService)
      .set(await world.person('sysadmin'), 'station-1-1', unitChangeSchema.parse(change));
    expect((await list('clerk3', { from: '2026-03-30' })).items).toMatchObject([
      { day: '2026-03-30', unit: { id: 'station-1-2' } },
    ]);
    expect((await list('leader', { to: '2026-03-30' })).items.map(({ unit }) => unit.id)).toEqual([
      'station-1-1',
      'station-1-2',
    ]);
  });

  async function plan(username: string, change: object = {}, request?: { key: string; account: string; hash: string }) {
    const draft = receptionPlanSchema.parse({
      unit: 'station-1-1',
      kind: 'delegate',
      day: thursday,
      from: '09:00',
      to: '10:00',
      place: '社区服务大厅',
      hosts: [{ name: '周敏', office: '区人大代表' }],
      slotMinutes: 20,
      slots: 3,
      ...change,
    });
    return await world.get(ReceptionPlans).plan(await world.person(username), draft, request);
  }

  async function list(username: string, query: object = {}) {
    return await world.get(ReceptionQuery).list(await world.person(username), { limit: 50, ...query });
  }

  async function get(username: string) {
    return await world.get(ReceptionQuery).get(await world.person(username), id);
  }

  async function book(change: object = {}, at = id) {
    const draft = { slot: 1, name: '王大明', phone: '13812345678', matter: '楼道灯不亮' };
    const named = 'phone' in change ? { ...draft, name: '赵小红', ...change } : draft;
    return await world.get(PublicBookings).book(at, residentBookingSchema.parse(named));
  }

  async function enter(username: string, draft: object) {
    return await world.get(BookingDesk).enter(await world.person(username), id, bookingSchema.parse(draft));
  }

  async function open(change: object, username = 'clerk', request?: { key: string; account: string; hash: string }) {
    const draft = { title: '楼道灯不亮', text: '三单元楼道灯坏了', receivedBy: '周敏', ...change };
    return await world
      .get(SpotCases)
      .open(await world.person(username), booked.id, spotCaseSchema.parse(draft), request);
  }

  async function hold(username: string) {
    await world.get(ReceptionStages).hold(await world.person(username), id);
  }

  async function cancel(username: string, at = id) {
    const draft = { following: true, reason: '代表出差' };
    await world.get(ReceptionStages).cancel(await world.person(username), at, draft);
  }
});

function never(): never {
  throw new Error('expected a parcel');
}
