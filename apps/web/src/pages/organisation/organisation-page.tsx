import { Button, Checkbox, Input, Tree } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { useUnitTree } from '../../api/organisation.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { TableDrawer } from '../administration/table-drawer.js';
import { AddUnitDialog } from './add-unit-dialog.js';
import styles from './organisation-page.module.css';
import { UnitDrawer } from './unit-drawer.js';
import { keysOf, nodesOf, type UnitNode } from './unit-nodes.js';

const words = pageWords.organisation;

/** The units of the district as a tree; one opens beside it, with what can be done about it. */
export function OrganisationPage(): ReactElement {
  const [q, setQ] = useState('');
  const [ended, setEnded] = useState(false);
  const [opened, setOpened] = useState<string>();
  const [adds, setAdds] = useState(false);
  const [imports, setImports] = useState(false);
  const tree = useUnitTree();
  const nodes = useMemo(() => nodesOf(tree.data ?? [], { q, ended }), [tree.data, q, ended]);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Input.Search
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          className={styles['search'] ?? ''}
          onChange={(event) => setQ(event.target.value)}
        />
        <Button onClick={() => setImports(true)}>{messages.table.import}</Button>
        <Button type="primary" onClick={() => setAdds(true)}>
          {words.add}
        </Button>
      </PageHeader>
      {tree.isPending && <Loading lines={9} />}
      {tree.isError && !tree.data && <Failure error={tree.error} onRetry={() => void tree.refetch()} />}
      {tree.data && (
        <section className={`sheet ${styles['tree']}`} aria-label={words.tree}>
          <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
            {words.showEnded}
          </Checkbox>
          {nodes.length === 0 ? (
            <Empty text={words.none} />
          ) : (
            <Tree<UnitNode>
              key={`${q}${ended}`} // what was found is shown unfolded
              aria-label={words.tree}
              blockNode
              height={620}
              treeData={nodes}
              defaultExpandedKeys={q === '' ? nodes.map(({ key }) => key) : keysOf(nodes)}
              selectedKeys={opened === undefined ? [] : [opened]}
              onSelect={(_, { node }) => setOpened(node.key)}
              titleRender={({ unit }) => (
                <span className={unit.ended ? styles['ended'] : undefined}>
                  {unit.ended ? words.ended(unit.name) : unit.name}
                  <span className={styles['code']}>{unit.id}</span>
                </span>
              )}
            />
          )}
        </section>
      )}
      {opened !== undefined && <UnitDrawer id={opened} onClose={() => setOpened(undefined)} />}
      {imports && <TableDrawer table="units" onClose={() => setImports(false)} />}
      {adds && <AddUnitDialog onClose={() => setAdds(false)} />}
    </>
  );
}
