/** Every custom function, declared once. The bundle's stubs, the README's table and the tests are made from this list. */
import { CELLS_FORMULAS } from './catalog/cells';
import { ICP_FORMULAS } from './catalog/icp';
import { MARKET_FORMULAS } from './catalog/market';
import { SEGMENT_FORMULAS } from './catalog/segment';
import type { Formula } from './formula';

export const FORMULAS: readonly Formula[] = [...MARKET_FORMULAS, ...ICP_FORMULAS, ...SEGMENT_FORMULAS, ...CELLS_FORMULAS];
