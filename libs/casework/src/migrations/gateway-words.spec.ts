import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@lianban/platform';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { GatewayWords1797000000035 } from './gateway-words.js';

describe('what gateways said before', () => {
  let world: CaseworkWorld;

  beforeEach(async () => {
    world = await openCaseworkWorld();
  });

  afterEach(async () => await world?.close());

  it.each([
    ['sms', 'the SMS gateway answered 400: {"to":"13812345678"}', 'the SMS gateway answered 400'],
    ['wecom', 'WeCom answered 200: {"errmsg":"chenxy"}; expected errcode 0', 'WeCom answered 200'],
    ['mail', '550 5.1.1 <lihua@example.com>: unknown', 'mail: not taken'],
    ['sms', null, null],
  ])('is forgotten but for the status: %s, %s', async (channel, error, kept) => {
    const { accountId } = await world.person('clerk');
    await world.database.query({
      text: `INSERT INTO casework.delivery (id, channel, kind, account_id, notices, at, state, error)
             VALUES ($1, $2, 'lapsed', $3, '{}', now(), 'failed', $4)`,
      values: [newId(), channel, accountId, error],
    });
    const runner = world.database.dataSource.createQueryRunner();
    await new GatewayWords1797000000035().up(runner);
    await runner.release();
    expect(await world.database.query({ text: 'SELECT error FROM casework.delivery' })).toEqual([{ error: kept }]);
  });
});
