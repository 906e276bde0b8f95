import { useCallback, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { DistrictMap, UnitOnMap } from '../../api/model.js';
import { Chart } from '../../components/chart/chart.js';
import type { ChartColours } from '../../components/chart/colours.js';
import { mapOption } from '../../components/chart/map-option.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './map-page.module.css';

const words = pageWords.districtMap;

interface Props {
  readonly outline: DistrictMap['map'];
  /** Drawn as points. */
  readonly units: readonly UnitOnMap[];
  readonly all: readonly UnitOnMap[];
}

/** The district with its units; whoever presses one comes to its open cases. */
export function MapPicture({ outline, units, all }: Props): ReactElement {
  const navigate = useNavigate();
  const phone = usePhone();
  const option = useCallback(
    (colours: ChartColours) =>
      mapOption(
        {
          outline,
          shown: units,
          places: all,
          size: phone ? 11 : 13,
          tell: ({ unit, open, received, red, yellow, green }) =>
            [
              unit,
              `${words.open} ${open}${messages.marks.phrase}${words.received} ${received}`,
              words.lightOf(red, yellow, green),
            ].join('\n'),
        },
        colours,
      ),
    [outline, units, all, phone],
  );
  const placed = units.filter(({ position }) => position !== null).length;
  if (placed === 0 && outline === null) return <p className={styles['note']}>{words.noPlaces}</p>;
  return (
    <>
      <Chart
        label={words.picture(placed)}
        option={option}
        height={phone ? '300px' : '440px'}
        outline={outline}
        onPick={(unit) => void navigate(`/cases?${new URLSearchParams({ unit, state: 'open' })}`)}
      />
      <p className={styles['note']}>{outline === null ? words.noOutline : words.legend}</p>
    </>
  );
}
