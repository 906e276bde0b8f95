import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CampaignCounts } from '../../api/model.js';
import { useCampaignCounts, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { countColumn, figure, percent, rateParts } from './figures.js';
import { Loaded } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';

const { campaign: words, said } = messages;

type Row = CampaignCounts['items'][number];

/** What became of the cases of campaigns, with the way to them. */
export function CampaignsTab({ period }: { period: Period }): ReactElement {
  const counts = useCampaignCounts(period);
  return (
    <Loaded query={counts}>
      {({ items }) => (
        <StatisticsTable
          caption={words.label}
          columns={columnsOf(items[0], period)}
          rows={items}
          rowKey={(it) => it.code}
          none={words.none}
        />
      )}
    </Loaded>
  );
}

function columnsOf(first: Row | undefined, period: Period): Column<Row>[] {
  const cases = (key: 'received' | 'closed') =>
    countColumn<Row>(
      { key, title: words[key], width: 80 },
      ({ name }) => name,
      (it) => it[key],
      ({ code }) => ({ ...period, figure: `cases.${key}`, campaign: code }),
    );
  return [
    { key: 'name', title: words.label, cell: (it) => <Link to={`/cases?campaign=${it.code}`}>{it.name}</Link> },
    { key: 'kind', title: words.kind, width: 100, cell: (it) => it.kind },
    {
      key: 'days',
      title: words.days,
      width: 200,
      cell: (it) => figure(words.between(dayText(it.from), dayText(it.to))),
    },
    cases('received'),
    cases('closed'),
    {
      key: 'satisfied',
      title: words.satisfied,
      width: 110,
      cell: ({ code, name, satisfied: numerator, rated: denominator }) =>
        rateParts({ code: 'satisfaction', numerator, denominator }, name, { ...period, campaign: code }),
    },
    ...(first?.rates ?? []).map((rate, index): Column<Row> => ({
      key: rate.code,
      title: said.rate(rate),
      hint: said.formula(rate),
      width: 90,
      cell: (it) => percent(it.rates[index]?.rate ?? null),
    })),
  ];
}
