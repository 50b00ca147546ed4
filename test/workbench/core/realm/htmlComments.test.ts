import { stripComments } from '../../../../workbench/core/realm/htmlComments';

const script = (code: string) => `<script>${code}</script>`;
const stripped = (code: string, mode: 'templateLiterals' | 'strings' | 'no' = 'templateLiterals') =>
  stripComments(script(code), mode);

describe('HtmlService', () => {
  it('takes comments out of scripts and styles', () => {
    expect(stripped('a(); // why\nb(/* c */);')).toBe(script('a(); \nb();'));
    expect(stripComments('<style>/* x */p{}</style>', 'templateLiterals')).toBe('<style>p{}</style>');
  });

  it('breaks addresses in template literals, which is the trap', () => {
    expect(stripped('f(`https://a.b`);')).toBe(script('f(`https:'));
  });

  it('leaves quoted strings and regular expressions alone', () => {
    const code = `f("https://a.b", 'x/*y*/', /[/*]"/.test(s), a / b / c);`;
    expect(stripped(code)).toBe(script(code));
  });

  it('breaks quoted strings too, by the switch', () => {
    expect(stripped(`f("https://a.b");`, 'strings')).toBe(script('f("https:'));
    expect(stripped(`f("https:/\\/a.b");`, 'strings')).toBe(script(`f("https:/\\/a.b");`));
  });

  it('leaves markup alone, and everything when switched off', () => {
    expect(stripComments('<a href="https://a.b">x</a>', 'strings')).toBe('<a href="https://a.b">x</a>');
    expect(stripped('a(); // b', 'no')).toBe(script('a(); // b'));
  });
});
