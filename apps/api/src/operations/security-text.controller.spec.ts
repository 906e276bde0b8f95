import { describe, expect, it } from '@jest/globals';
import { loadConfig, ManualClock } from '@lianban/platform';
import { SecurityTextController } from './security-text.controller.js';

describe('/.well-known/security.txt', () => {
  const clock = new ManualClock('2026-03-02T09:00:00+08:00');

  it('names whom the installation names, for half a year', () => {
    const config = loadConfig({ LIANBAN_SECURITY_TXT: 'mailto:security@lianban.example' });

    expect(new SecurityTextController(config, clock).getSecurityText().split('\n')).toEqual([
      'Contact: mailto:security@lianban.example',
      'Expires: 2026-08-29T01:00:00.000Z',
      'Preferred-Languages: zh, en',
      '',
    ]);
  });

  it('is no address where nobody is named', () => {
    const controller = new SecurityTextController(loadConfig({}), clock);

    expect(() => controller.getSecurityText()).toThrow(expect.objectContaining({ code: 'route-unknown' }));
  });
});
