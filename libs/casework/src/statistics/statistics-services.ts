import { DistrictMapService } from '../district-map/district-map.service.js';
import { ScreenFiguresService } from '../screen/screen-figures.service.js';
import { ScreenLinks } from '../screen/screen-links.service.js';
import { StatisticsSettingsService } from '../settings/statistics-settings.service.js';
import { DispositionsService } from './dispositions.service.js';
import { FigureCases } from './figure-cases.service.js';
import { HotMattersService } from './hot-matters.service.js';
import { MapFiguresService } from './map-figures.service.js';
import { MarkedCases } from './marked-cases.service.js';
import { RankingService } from './ranking.service.js';
import { StatisticsService } from './statistics.service.js';
import { StepTimesService } from './step-times.service.js';

/** What counts cases, and what shows the counts outside; the module provides and exports all of them. */
export const statisticsServices = [
  DispositionsService,
  DistrictMapService,
  FigureCases,
  HotMattersService,
  MapFiguresService,
  MarkedCases,
  RankingService,
  ScreenFiguresService,
  ScreenLinks,
  StatisticsService,
  StatisticsSettingsService,
  StepTimesService,
];
