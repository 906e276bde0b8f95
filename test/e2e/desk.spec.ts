import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCaseworkWorld, PreferenceService, type CaseworkWorld } from '@lianban/casework';

describe('a desk', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld();
  });

  afterAll(async () => await world?.close());

  describe('is as its person wants it', () => {
    it('once they decided something, at every machine; what they did not decide is as usual', async () => {
      const preferences = world.get(PreferenceService);
      const clerk = await world.person('clerk');
      expect(await preferences.get(clerk)).toEqual({ keyboard: { enabled: true }, completing: { openNext: false } });

      await preferences.change(clerk, { keyboard: { enabled: false } });
      await preferences.change(clerk, { completing: { openNext: true } });

      expect(await preferences.get(clerk)).toEqual({ keyboard: { enabled: false }, completing: { openNext: true } });
      expect((await preferences.get(await world.person('street'))).keyboard).toEqual({ enabled: true });
    });

    it('and as usual where another version wrote what this one does not know', async () => {
      const clerk = await world.person('clerk');
      await world.database.query({
        text: `UPDATE casework.preference SET value = '{"enabled": "perhaps"}' WHERE key = 'keyboard'`,
      });

      expect((await world.get(PreferenceService).get(clerk)).keyboard).toEqual({ enabled: true });
    });
  });
});
