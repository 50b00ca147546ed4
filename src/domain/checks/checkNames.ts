/** Names of the checks as people read them; their ids stay the words of JSON. Pure. */
import type { CheckId } from '../facts/check';

const NAMES: Readonly<Record<CheckId, string>> = {
  size: 'Enough accounts',
  coverage: 'Verified emails',
  'pain point': 'Pain point',
  'buyer roles': 'Buyer roles',
  competition: 'Competition',
  'tam is icp': 'Market and ICP are the same',
  'icp share': 'ICP share of the market',
  'tier 1 share': 'Tier 1 share of the market',
  'market order': 'Serviceable companies within the market',
  'market size': 'List within the market',
  'market sources': 'Two sources for the market size',
  'target above som': 'Target within what can be won',
  'accounts wanted': 'As many accounts as wanted',
  'outreach supply': 'Enough accounts for the target',
  'rule count': 'Number of rules',
  exclusions: 'Exclusions',
  'sharp filters': 'Rules that remove more than half',
  'must-haves': 'Must-haves that raise quality',
  'common signals': 'Signals that most accounts show',
  evidence: 'Reasons for the weights',
  dimensions: 'Kinds of rules',
  'firmographic only': 'More than size, industry and place',
  'person fields': 'Rules about people',
  'persons as filters': 'Personas used as filters',
  separation: 'Rules that separate nobody',
  'one definition': 'One definition for sales and marketing',
  'segment count': 'Number of segments',
  concentration: 'Accounts in one segment',
  hypothesis: 'Segments without a hypothesis',
  'role titles': 'Buyer roles without titles',
  'message before volume': 'Messages for segments too small',
  'fit without reach': 'Segments that fit but cannot be reached',
  'buying context': 'Segments without buying context',
  'room to test': 'Enough people to test messages',
  'lanes told': 'Segments a rep can work from',
  'mixed roles': 'Segments of mixed roles',
  'shared addresses': 'Contacts that share an address',
  owners: 'Owners',
  'owner left': 'Owners who left',
  reviews: 'Reviews on time',
  'icp age': 'Age of the ICP',
  'personas older than icp': 'Personas older than the ICP',
  'accounts worked': 'Best tiers worked first',
  bounces: 'Emails that bounce',
  'tier order': 'Better tiers reply more',
  conversion: 'Replies that become meetings',
  iteration: 'Results of every month',
  'one icp': 'More than one kind of customer',
};

/** e.g. `Enough accounts for the target` for `outreach supply`. */
export function checkName(id: CheckId): string {
  return NAMES[id];
}

/** The name with its segment before it, e.g. `UK and DACH: Enough accounts`. */
export function checkTitle({ id, segment }: { readonly id: CheckId; readonly segment: string }): string {
  return segment === '' ? NAMES[id] : `${segment}: ${NAMES[id]}`;
}
