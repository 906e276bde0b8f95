import type { ReactElement } from 'react';
import type { Ranking, Statistics } from '../../api/model.js';
import { useRanking, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { figure, percent } from './figures.js';
import { unitColumns } from './statistics-columns.js';
import { Loaded, Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';

const { statistics: words } = pageWords;
const { said } = messages;

type Unit = Ranking['groups'][number]['units'][number];

/** Units beside others of their kind, ranked where ranks are told, and what each did with its tasks. */
export function UnitsTab({ period, units }: { period: Period; units: Statistics['units'] }): ReactElement {
  const ranking = useRanking(period);
  return (
    <Loaded query={ranking}>
      {(data) => (
        <>
          <RankingParts {...data} />
          <Part title={words.units}>
            <StatisticsTable
              caption={words.units}
              columns={unitColumns}
              rows={units}
              rowKey={(it) => it.unitId}
              none={words.none}
            />
          </Part>
        </>
      )}
    </Loaded>
  );
}

function RankingParts({ ranked, formula: told, fewest, groups }: Ranking): ReactElement {
  const formula = told === null ? null : said.composite(told, groups[0]?.units[0]?.rates ?? []);
  return (
    <>
      {groups.map(({ kind, units }) => {
        const name = words.kind[kind];
        const title = ranked ? words.ranking(name) : words.beside(name);
        return (
          <Part key={kind} title={title} {...(formula !== null && { note: words.scoreNote(formula, fewest) })}>
            <StatisticsTable
              caption={title}
              columns={columnsOf(ranked, formula, units)}
              rows={units}
              rowKey={(it) => it.unitId}
              none={words.noUnits}
            />
          </Part>
        );
      })}
    </>
  );
}

function columnsOf(ranked: boolean, formula: string | null, [first]: readonly Unit[]): Column<Unit>[] {
  const rates = (first?.rates ?? []).map((rate, index): Column<Unit> => ({
    key: rate.code,
    title: said.rate(rate),
    hint: said.formula(rate),
    width: 120,
    cell: (it) => percent(it.rates[index]?.rate ?? null),
  }));
  const told: Column<Unit>[] = [
    { key: 'rank', title: words.rank, width: 110, cell: (it) => figure(it.rank ?? words.notRanked) },
    { key: 'score', title: words.score, hint: formula ?? '', width: 110, cell: (it) => figure(it.score) },
  ];
  return [
    { key: 'unit', title: words.unit, cell: (it) => it.unit },
    ...(ranked ? told : []),
    { key: 'cases', title: words.due, hint: words.dueFormula, width: 100, cell: (it) => figure(it.cases) },
    ...rates,
  ];
}
