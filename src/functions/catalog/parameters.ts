/** Parameters that several formulas share. */
import { optional, required } from '../formula';

export const ACCOUNTS = required('accounts', 'Accounts!A1:F', 'Accounts with headers.');
export const ICP_RULES = required('icp_rules', "'Plan ICP'!A1:K", 'Rules with headers.');
export const AS_OF = optional('as_of', 'DATE(2026,1,31)', 'Day from which "within last" counts back.');
export const PLAN_SETTINGS = optional('settings', "'Plan Settings'!A1:B", 'Settings with headers.');
export const SEGMENT_RULES = required(
  'segment_rules',
  "'Plan Rules'!A1:E",
  'Rules with headers; the segment that appears first goes first.',
);
