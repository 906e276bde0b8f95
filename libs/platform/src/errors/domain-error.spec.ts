import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';

class UnitUnknown extends DomainError {
  constructor(id: string) {
    super({ code: 'unit-unknown', kind: 'not-found', message: `There is no unit ${id}.`, details: { id } });
  }
}

describe('DomainError', () => {
  it('carries its code and bears the name of its class', () => {
    const error = new UnitUnknown('x');

    expect(error).toBeInstanceOf(DomainError);
    expect({ ...error }).toEqual({
      name: 'UnitUnknown',
      code: 'unit-unknown',
      kind: 'not-found',
      details: { id: 'x' },
    });
  });
});
