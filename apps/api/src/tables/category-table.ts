import { Injectable } from '@nestjs/common';
import { CatalogueService, type CategoryNode } from '@lianban/casework';
import type { TableSource } from './table.js';

const levels = ['一级', '二级', '三级', '四级', '五级', '六级'];

/** The topics in use as a table: the names of each line from the first level down. */
@Injectable()
export class CategoryTable implements TableSource {
  readonly key = 'categories';
  readonly name = '诉求类别';
  readonly columns = levels.map((head, index) => ({ head, must: index === 0 }));
  readonly note = '每行一个类别，从一级写到本级；已有的类别保持不变。';
  readonly #catalogue: CatalogueService;

  constructor(catalogue: CatalogueService) {
    this.#catalogue = catalogue;
  }

  async lines(): Promise<string[][]> {
    return linesBelow([], await this.#catalogue.categories());
  }
}

function linesBelow(above: readonly string[], nodes: readonly CategoryNode[]): string[][] {
  return nodes.flatMap(({ name, children }) => {
    const line = [...above, name];
    return [line, ...linesBelow(line, children)];
  });
}
