import type { UnitDraft } from '../units/unit.js';

/**
 * An invented district for trying the product: 2 streets with 4 stations each, 10 departments, 4 offices. Parents come
 * before children. No name is a real place.
 */
export const demoDistrict: readonly UnitDraft[] = [
  { id: 'district', name: '河东区（演示）', kind: 'district' },

  street('street-1', '河东街道党工委', ['河东街道']),
  station('station-1-1', '向阳社区服务民生工作站', ['向阳社区', '向阳路', '向阳新村']),
  station('station-1-2', '新华社区服务民生工作站', ['新华社区', '新华街', '新华里']),
  station('station-1-3', '东湖社区服务民生工作站', ['东湖社区', '东湖花园', '湖滨路']),
  station('station-1-4', '建设社区服务民生工作站', ['建设社区', '建设路', '机床厂家属院']),

  street('street-2', '河西街道党工委', ['河西街道']),
  station('station-2-1', '和平社区服务民生工作站', ['和平社区', '和平路', '和平里']),
  station('station-2-2', '红星社区服务民生工作站', ['红星社区', '红星大街', '纺织新村']),
  station('station-2-3', '西苑社区服务民生工作站', ['西苑社区', '西苑小区', '西环路']),
  station('station-2-4', '民乐社区服务民生工作站', ['民乐社区', '民乐园', '民乐巷']),

  department('dept-urban', '城市管理局'),
  department('dept-housing', '住房和城乡建设局'),
  department('dept-hrss', '人力资源和社会保障局'),
  department('dept-education', '教育局'),
  department('dept-health', '卫生健康局'),
  department('dept-traffic', '交通运输局'),
  department('dept-commerce', '商务局'),
  department('dept-environment', '生态环境局'),
  department('dept-police', '公安分局'),
  department('dept-civil', '民政局'),

  { id: 'office-general', name: '区群众工作办公室', kind: 'office', parentId: 'district', duties: ['backstop'] },
  { id: 'office-meeting', name: '联席会办公室', kind: 'office', parentId: 'district', duties: ['joint-meeting'] },
  { id: 'office-supervision', name: '督查室', kind: 'office', parentId: 'district', duties: ['supervision'] },
  { id: 'office-leader', name: '区委区政府', kind: 'office', parentId: 'district', duties: ['leadership'] },
];

function street(id: string, name: string, keywords: string[]): UnitDraft {
  return { id, name, kind: 'street', parentId: 'district', keywords };
}

/** `station-2-3` lies in `street-2`. */
function station(id: string, name: string, keywords: string[]): UnitDraft {
  const [, streetNumber = ''] = id.split('-');
  return { id, name, kind: 'station', parentId: `street-${streetNumber}`, keywords };
}

function department(id: string, name: string): UnitDraft {
  return { id, name, kind: 'department', parentId: 'district' };
}
