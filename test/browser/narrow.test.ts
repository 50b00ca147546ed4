/** Little room: a window of which the sidebar takes a third and more. */
import { button, eachOnAPage, heading, openSidebar, page } from './harness';

eachOnAPage({ limit: 60_000 });

test('in a narrow window the spreadsheet gives way to the sidebar', async () => {
  for (const width of [1024, 800]) {
    await page.setViewportSize({ width, height: 700 });
    const sidebar = await openSidebar(page);
    await button(sidebar, 'What if').click();
    await heading(sidebar, 'What if');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole('button', { name: 'Close sidebar' }).click();
  }
});
