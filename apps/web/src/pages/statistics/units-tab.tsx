import type { ReactElement } from 'react';
import type { Ranking, Statistics } from '../../api/model.js';
import { useRanking, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { countColumn, figure, percent, rateParts } from './figures.js';
import { unitColumns } from './statistics-columns.js';
import { Loaded, Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';
import styles from './statistics-page.module.css';

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
          <RankingParts {...data} period={period} />
          <Part title={words.units}>
            <StatisticsTable
              caption={words.units}
              columns={unitColumns(period)}
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

function RankingParts(props: Ranking & { readonly period: Period }): ReactElement {
  const { ranked, formula: told, fewest, groups, period } = props;
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
              columns={columnsOf(period, ranked ? (formula ?? '') : null, units)}
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

/** @param formula of the composite; null: no ranks are told */
function columnsOf(period: Period, formula: string | null, [first]: readonly Unit[]): Column<Unit>[] {
  const ofUnit = ({ unitId }: Unit) => ({ ...period, left: 'true', by: unitId }) as const;
  const rates = (first?.rates ?? []).map((rate, index): Column<Unit> => ({
    key: rate.code,
    title: said.rate(rate),
    hint: said.formula(rate),
    width: 120,
    cell: (it) => {
      const told = it.rates[index];
      return (
        <>
          {percent(told?.rate ?? null)}
          {told && <div className={styles['small']}>{rateParts(told, it.unit, ofUnit(it))}</div>}
        </>
      );
    },
  }));
  const told: Column<Unit>[] = [
    { key: 'rank', title: words.rank, width: 110, cell: (it) => figure(it.rank ?? words.notRanked) },
    { key: 'score', title: words.score, hint: formula ?? '', width: 110, cell: (it) => figure(it.score) },
  ];
  return [
    { key: 'unit', title: words.unit, cell: (it) => it.unit },
    ...(formula === null ? [] : told),
    countColumn<Unit>(
      { key: 'cases', title: words.due, hint: words.dueFormula, width: 100 },
      ({ unit }) => unit,
      ({ cases }) => cases,
      (it) => ({ ...ofUnit(it), figure: 'cases.due' }),
    ),
    ...rates,
  ];
}
