import { Injectable } from '@nestjs/common';
import type { ReferenceList } from './reference-list.js';
import { referenceLists } from './reference-lists.data.js';
import { entryUnknown } from './reference.errors.js';

/** The lists of this process, in the order of the screen; a lib registers its own in its module's `onModuleInit`. */
@Injectable()
export class ReferenceRegistry {
  readonly #lists: ReferenceList[] = [...referenceLists];

  get all(): readonly ReferenceList[] {
    return this.#lists;
  }

  register(...lists: readonly ReferenceList[]): void {
    this.#lists.push(...lists);
  }

  /** @throws entry-unknown */
  get(key: string): ReferenceList {
    const list = this.#lists.find((each) => each.key === key);
    if (!list) throw entryUnknown(key);
    return list;
  }
}
