import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Volunteer } from '../../api/model.js';
import { useVolunteers } from '../../api/mutual-aid.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { VolunteerDialog } from './volunteer-dialog.js';

const words = messages.roster;

/** The rosters of volunteers that one keeps: what they can do, where, and what they have solved. */
export function RosterPage(): ReactElement {
  const volunteers = useVolunteers();
  const [edited, setEdited] = useState<Volunteer | 'new'>();
  const rows = volunteers.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Button type="primary" onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      </PageHeader>
      {volunteers.isPending && <Loading lines={6} />}
      {volunteers.isError && !volunteers.data && (
        <Failure error={volunteers.error} onRetry={() => void volunteers.refetch()} />
      )}
      {volunteers.data && rows.length === 0 && <Empty text={words.empty} />}
      {rows.length > 0 && (
        <>
          <PlainList
            caption={words.caption}
            columns={columnsOf(setEdited)}
            rows={rows}
            rowKey={({ account }) => account}
          />
          <MoreButton list={volunteers} shown={rows.length} />
        </>
      )}
      {edited && <VolunteerDialog volunteer={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}

function columnsOf(onEdit: (volunteer: Volunteer) => void): readonly Column<Volunteer>[] {
  return [
    { key: 'name', title: words.person, width: 120, cell: ({ name }) => name },
    { key: 'unit', title: words.station, width: 220, cell: ({ unitName }) => unitName },
    {
      key: 'skills',
      title: words.skills,
      cell: ({ skills }) => skills.map(({ name }) => name).join(messages.marks.list) || words.anySkill,
    },
    { key: 'area', title: words.area, cell: ({ area }) => area || messages.casePage.none },
    { key: 'state', title: words.state, width: 80, cell: ({ active }) => (active ? words.on : words.off) },
    { key: 'open', title: words.open, width: 80, cell: ({ open }) => <span className="number">{open}</span> },
    { key: 'solved', title: words.solved, width: 100, cell: ({ solved }) => <span className="number">{solved}</span> },
    {
      key: 'edit',
      title: messages.column.act,
      width: 90,
      cell: (volunteer) => (
        <Button type="link" size="small" aria-label={words.editOf(volunteer.name)} onClick={() => onEdit(volunteer)}>
          {words.edit}
        </Button>
      ),
    },
  ];
}
