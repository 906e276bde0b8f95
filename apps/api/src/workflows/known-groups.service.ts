import { Injectable } from '@nestjs/common';
import { GrantService } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';

/** The groups that people belong to here: codes of roles and ids of units. */
@Injectable()
export class KnownGroups {
  readonly #roles: GrantService;
  readonly #units: UnitService;

  constructor(roles: GrantService, units: UnitService) {
    this.#roles = roles;
    this.#units = units;
  }

  async all(): Promise<ReadonlySet<string>> {
    const [roles, units] = await Promise.all([this.#roles.roles(), this.#units.list()]);
    return new Set([...roles.map(({ code }) => code), ...units.map(({ id }) => id)]);
  }
}
