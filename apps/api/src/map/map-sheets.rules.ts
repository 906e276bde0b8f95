import type { MapFigures } from '@lianban/casework';
import { unitKindNames } from '@lianban/organisation';
import type { Sheet } from '../statistics/statistics-sheets.rules.js';

/** What the map shows, as a sheet. */
export function mapSheets({ units }: MapFigures, { from, to }: { from: string; to: string }): Sheet[] {
  return [
    {
      name: '为民地图',
      note: `受理日期 ${from} 至 ${to}；受理、经手未结含下级单位经手的，任务为本单位现有`,
      heads: [
        '单位',
        '类型',
        '地址',
        '经度',
        '纬度',
        '受理',
        '经手未结',
        '正常任务',
        '预警任务',
        '逾期任务',
        '挂起任务',
      ],
      rows: units.map((it) => [
        ...[it.unit, unitKindNames[it.kind], it.address],
        ...[it.position?.longitude ?? null, it.position?.latitude ?? null],
        ...[it.received, it.open, it.green, it.yellow, it.red, it.paused],
      ]),
    },
  ];
}
