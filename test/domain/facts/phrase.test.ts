/** Phrases: text that carries sources says the same as plain text, and loses none of them. */
import fc from 'fast-check';
import { cited, joinWordings, phrase, uniqueWordings, writtenOut, type Wording } from '../../../src/domain/facts/phrase';

const mark = (sources: readonly string[]): string => `<${sources.join()}>`;
const wording: fc.Arbitrary<Wording> = fc.oneof(
  fc.string(),
  fc.record({ name: fc.string(), source: fc.option(fc.string({ minLength: 1 }), { nil: undefined }) }).map(cited),
);

describe('a phrase', () => {
  it('reads as the template it is, each source at its place', () => {
    const text = phrase`${cited({ name: 'Industry', source: 'r1' })} and ${'Size'}: ${'3'}`;
    expect(writtenOut(text, mark)).toBe('Industry<r1> and Size: 3');
    expect(writtenOut(text, () => '')).toBe('Industry and Size: 3');
  });

  it('joined from several reads as their texts joined', () => {
    fc.assert(
      fc.property(fc.array(wording), fc.string(), (all, separator) => {
        const texts = all.map((each) => writtenOut(each, mark));
        expect(writtenOut(joinWordings(all, separator), mark)).toBe(texts.join(separator));
      }),
    );
  });

  it('is once among those that say the same of the same source', () => {
    const [one, other] = ['a', 'b'].map((source) => cited({ name: 'X', source }));
    expect(uniqueWordings([one!, other!, one!, 'X', cited({ name: 'X' })])).toEqual([one, other, 'X']);
  });
});
