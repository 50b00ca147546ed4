/** The menu's items on the built bundle. */
import { ACCOUNTS, PLAN } from '../support/faults/books';
import { bookOf, openAddOn, titlesOf, valueOf } from '../support/commands/addOn';

it('a month is closed from the menu only after a question, once', async () => {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS }));
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  const asked: string[] = [];
  const answering = (button: string): void => {
    host.ui.answer = ({ prompt, buttons }) => {
      if (buttons !== 'YES_NO') return 'OK';
      asked.push(prompt);
      return button;
    };
  };
  answering('NO');
  host.run('closeMonth');
  expect(titlesOf(host)).not.toContain('Review');
  answering('YES');
  host.run('closeMonth');
  expect(titlesOf(host)).toContain('Review');
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain('As of day');
});
