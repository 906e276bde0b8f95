import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { unitKindNames, unitKinds, UnitService } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { newUnitSchema } from '../organisation/unit.schema.js';
import { UnitsService } from '../organisation/units.service.js';
import { lineDiffers, parsed } from './line.js';
import type { Line, LineTaker, TableKind, TakenFate } from './table.js';

const heads = { id: '编码', name: '名称', kind: '类别', parent: '上级编码', areaCode: '区划代码' } as const;

/** Units as a table: new ones come into the tree below units that stand, also below those of lines above. */
@Injectable()
export class UnitTable implements TableKind {
  readonly key = 'units';
  readonly name = '组织机构';
  readonly columns = [
    { head: heads.id, must: true },
    { head: heads.name, must: true },
    { head: heads.kind, must: true },
    { head: heads.parent, must: true },
    { head: heads.areaCode, must: false },
  ];
  readonly note = `类别填：${Object.values(unitKindNames).join('、')}。已有单位不在此修改：改名、撤并请用“机构变更”，以便记录依据和生效日。`;
  readonly #units: UnitService;
  readonly #keeper: UnitsService;

  constructor(units: UnitService, keeper: UnitsService) {
    this.#units = units;
    this.#keeper = keeper;
  }

  async lines(): Promise<string[][]> {
    const units = await this.#units.list();
    return units.map(({ id, name, kind, parentId, areaCode }) => [
      id,
      name,
      unitKindNames[kind],
      parentId ?? '',
      areaCode ?? '',
    ]);
  }

  taker(asker: Principal): Promise<LineTaker> {
    return Promise.resolve((tx, line) => this.#take(tx, asker, line));
  }

  async #take(tx: Transaction, asker: Principal, line: Line): Promise<TakenFate> {
    const id = line[heads.id] ?? '';
    const known = await this.#units.find(id, tx);
    if (known) {
      const kept = {
        [heads.name]: known.name,
        [heads.kind]: unitKindNames[known.kind],
        [heads.parent]: known.parentId ?? '',
      };
      const other = Object.entries(kept).find(([head, value]) => line[head] !== value);
      if (other) throw lineDiffers(other[0], `系统中为“${other[1]}”，请用“机构变更”修改`);
      const areaCode = line[heads.areaCode] || known.areaCode;
      if (areaCode !== known.areaCode)
        throw lineDiffers(heads.areaCode, `系统中为“${known.areaCode ?? ''}”，不在此修改`);
      return 'known';
    }
    const draft = parsed(newUnitSchema, heads, line, {
      kind: unitKinds.find((kind) => unitKindNames[kind] === line[heads.kind]),
      areaCode: line[heads.areaCode] || undefined,
    });
    await this.#keeper.addIn(tx, asker, draft);
    return 'created';
  }
}
