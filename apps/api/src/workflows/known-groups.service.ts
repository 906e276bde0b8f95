import { Injectable } from '@nestjs/common';
import { GrantService } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';

/** A unit that has ended and that a file still names. */
export interface EndedUnit {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly heir: string | null;
}

/** The groups that people belong to here: codes of roles and ids of units. */
@Injectable()
export class KnownGroups {
  readonly #roles: GrantService;
  readonly #units: UnitService;

  constructor(roles: GrantService, units: UnitService) {
    this.#roles = roles;
    this.#units = units;
  }

  /** Units that have ended and that files quote, each with the name of who goes on with what was theirs. */
  async endedIn(files: readonly { readonly name: string; readonly content: string }[]): Promise<readonly EndedUnit[]> {
    const found: EndedUnit[] = [];
    for (const { id, name, heir } of await this.#units.ended())
      for (const file of files)
        if (file.content.includes(`"${id}"`) || file.content.includes(`&quot;${id}&quot;`))
          found.push({ file: file.name, id, name, heir });
    return found;
  }

  async all(): Promise<ReadonlySet<string>> {
    const [roles, units] = await Promise.all([this.#roles.roles(), this.#units.list()]);
    return new Set([...roles.map(({ code }) => code), ...units.map(({ id }) => id)]);
  }
}
