/** Accounts a rep has handed back: off every list of prospects, for as long as the reason holds. */
import { dayOf } from '../../../src/domain/facts/day';
import type { HandBack } from '../../../src/domain/rules/handBack';
import { ACCOUNT_STATUSES, BAD_DATA, HANDED_BACK, availabilityOf } from '../../../src/domain/segments/availability';
import { withHandBacks } from '../../../src/domain/segments/handBack';
import { accounts } from '../../support/domain/build';

const list = accounts({ Industry: ['x', 'x', 'y'], 'Account status': ['', '', 'Customer'] }, ['a', 'b', 'c']);
const on = (day: number, ...handBacks: HandBack[]) => {
  const { status, available } = withHandBacks(availabilityOf(list, []), list.keys, handBacks, day);
  return { words: Array.from(status, (code) => ACCOUNT_STATUSES[code]), available: [...available], codes: [...status] };
};
const date = dayOf(2026, 11, 30);

it('is off for now until its day, and available from that day on', () => {
  const handBack = { key: 'a', why: 'not now', until: dayOf(2027, 1, 1) } as const;
  expect(on(dayOf(2026, 12, 31), handBack).available).toEqual([0, 1, 0]);
  expect(on(dayOf(2027, 1, 1), handBack).available).toEqual([1, 1, 0]);
});

it('rests three months after it was worked through, to the last day of a shorter month', () => {
  const handBack = { key: 'a', why: 'worked through', date } as const;
  expect(on(dayOf(2027, 2, 27), handBack).words).toEqual(['Handed back', '', 'Customer']);
  expect(on(dayOf(2027, 2, 28), handBack).words).toEqual(['', '', 'Customer']);
});

it('is off while its row stands for a poor fit, for bad data, and where a day is missing', () => {
  for (const why of ['poor fit', 'bad data', 'not now', 'worked through'] as const)
    expect(on(dayOf(2036, 1, 1), { key: 'b', why }).words).toEqual(['', 'Handed back', 'Customer']);
  expect(on(date, { key: 'b', why: 'bad data' }).codes).toEqual([0, BAD_DATA, 1]);
  expect(on(date, { key: 'b', why: 'poor fit' }).codes).toEqual([0, HANDED_BACK, 1]);
});

it('changes nothing of a customer, and nothing without a row', () => {
  expect(on(date, { key: 'c', why: 'poor fit' }).words).toEqual(['', '', 'Customer']);
  expect(on(date).words).toEqual(['', '', 'Customer']);
});
