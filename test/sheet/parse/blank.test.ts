/** Cells that are still to come, in the languages of Sheets. */
import { isLoading } from '../../../src/sheet/parse/blank';

describe('isLoading', () => {
  it.each([
    'Loading...',
    'Loading…',
    ' loading ... ',
    'Wird geladen…',
    'Chargement…',
    'Cargando...',
    'Caricamento…',
    'Carregando…',
    'Загрузка…',
    '読み込み中…',
    '로드 중...',
  ])('is true of "%s"', (text) => expect(isLoading(text)).toBe(true));

  it.each(['Loading', 'Loading docks...', 'Laden', 'Acme...', '...', '', 5, true])('is false of %j', (cell) =>
    expect(isLoading(cell)).toBe(false),
  );
});
