/** Colors of tiers, the same in tabs and sidebar; fills for dark text. */

/** Tier 1 to 4, Needs data, Excluded. */
export const TIER_FILLS = ['#d2e3fc', '#e6f4ea', '#fef7e0', '#f1f3f4', '#f3e8fd', '#fce8e6'] as const;
