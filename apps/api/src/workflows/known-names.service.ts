import { Injectable } from '@nestjs/common';
import type { InstallationNames } from '@lianban/bpmn';
import { FormKeeper } from '@lianban/casework';
import { GrantService } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';

/** A unit that has ended and that a file still names. */
export interface EndedUnit {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly heir: string | null;
}

/** What diagrams may name here: groups that people belong to (codes of roles and ids of units), and forms. */
@Injectable()
export class KnownNames {
  readonly #roles: GrantService;
  readonly #units: UnitService;
  readonly #forms: FormKeeper;

  constructor(roles: GrantService, units: UnitService, forms: FormKeeper) {
    this.#roles = roles;
    this.#units = units;
    this.#forms = forms;
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

  async all(): Promise<Required<Pick<InstallationNames, 'groups' | 'forms'>>> {
    const [roles, units, forms] = await Promise.all([this.#roles.roles(), this.#units.list(), this.#forms.names()]);
    return {
      groups: new Set([...roles.map(({ code }) => code), ...units.map(({ id }) => id)]),
      forms: new Set(forms.map(({ id }) => id)),
    };
  }
}
