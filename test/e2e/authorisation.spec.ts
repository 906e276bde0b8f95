import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCells } from './authorisation/cells.js';
import { permissionCells } from './authorisation/matrix.js';
import { operationsOf, type Operation } from './authorisation/operations.js';
import { signedIn } from './authorisation/reasons.js';
import { startApiServer, type ApiServer } from './support/api-server.js';

/** Every operation of the OpenAPI document, by every role. */
describe('who may call what', () => {
  let server: ApiServer;
  let operations: Operation[];

  beforeAll(async () => {
    server = await startApiServer();
    operations = operationsOf((await server.call('GET', '/api/openapi.json')).body);
  });

  afterAll(async () => await server?.close());

  it('is a matter of a permission, but for what has a reason to be everybody’s who is signed in', () => {
    const open = operations.filter(({ access }) => access === 'signed-in').map(({ name }) => name);

    expect(open.sort()).toEqual(Object.keys(signedIn).sort());
  });

  it('is told before anything else: whoever lacks the permission learns nothing, whoever holds it comes in', async () => {
    const cells = permissionCells(operations);
    expect(cells.length).toBeGreaterThan(2_000);

    expect(await checkCells(server.address, cells)).toEqual([]);
  }, 120_000);
});
