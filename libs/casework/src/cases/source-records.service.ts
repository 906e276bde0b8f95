import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database, type DomainError } from '@lianban/platform';
import { sourceKnown } from '../casework.errors.js';
import { CaseAccess } from './case-access.js';

/** Records of other systems from which cases were filed; each is filed once. */
@Injectable()
export class SourceRecords {
  readonly #database: Database;
  readonly #cases: CaseAccess;

  constructor(database: Database, cases: CaseAccess) {
    this.#database = database;
    this.#cases = cases;
  }

  /** Passes when nothing was filed from the record, or none is named. @throws source-known */
  async requireNew(sourceId: string | null | undefined, by: Principal | undefined): Promise<void> {
    if (sourceId && (await this.#find(sourceId))) throw await this.known(sourceId, by);
  }

  /** The refusal of a record that is filed already; as what is told to who may read it. */
  async known(sourceId: string, by: Principal | undefined): Promise<DomainError> {
    const filed = await this.#find(sourceId);
    const told = filed && by && (await this.#cases.mayRead(by, filed.id));
    return sourceKnown(sourceId, told ? filed : undefined);
  }

  async #find(sourceId: string): Promise<{ id: string; code: string } | undefined> {
    const [file] = await this.#database.query<{ id: string; code: string }>({
      text: 'SELECT id, code FROM casework.case_file WHERE source_id = $1',
      values: [sourceId],
    });
    return file;
  }
}
