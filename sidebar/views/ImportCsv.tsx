/** A CSV file into a tab of its own: what is in it, before anything is written. */
import { useState } from 'preact/hooks';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { decodeBytes } from '../../src/sheet/table/decode';
import { Line } from '../parts/counts';
import { Page } from '../parts/frame';
import { Button } from '../parts/form';
import type { Planner } from '../planner';
import { csvFile, rowsOfCsv, type CsvFile } from '../take/csvFile';

/** Reads a chosen file, shows its headers and size, and imports it, or goes on with an import of it that stopped. */
export function ImportCsv({ planner }: { readonly planner: Planner }) {
  const [file, setFile] = useState<CsvFile>();
  const [error, setError] = useState('');
  const [note, setNote] = useState<string>();
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setFile(undefined);
    setError('');
    try {
      const decoded = decodeBytes(new Uint8Array(await chosen.arrayBuffer()));
      const rows = rowsOfCsv(decoded.text);
      setNote(decoded.note);
      setFile(csvFile(chosen.name.replace(/\.[a-z]+$/i, '').slice(0, 80) || 'Accounts', rows));
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    }
  };
  const [header = [], first = []] = file?.rows ?? [];
  const { greeting, job } = planner.state;
  const stopped = file?.mark === greeting?.stopped?.mark ? greeting?.stopped : undefined;
  return (
    <Page title="Import a CSV file" lead="It goes into a new tab. Nothing that is there is touched.">
      <label class="file">
        CSV file
        <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void read(event.currentTarget.files?.[0])} />
      </label>
      {error !== '' && (
        <p class="bad" role="alert">
          {error}
        </p>
      )}
      {file !== undefined && (
        <section>
          <Line label={stopped === undefined ? 'New tab' : 'Tab'} value={stopped?.tab ?? file.title} />
          <Line label="Rows" value={shownNumber(file.rows.length - 1)} note={counted(header.length, 'column')} />
          {note !== undefined && <p class="hint">{note}</p>}
          <ul class="plain">
            {header.slice(0, 12).map((title, column) => (
              <li key={column}>
                <b>{title}</b> <span class="hint">e.g. {String(first[column] ?? '') || 'blank'}</span>
              </li>
            ))}
          </ul>
          <Button look="action" disabled={job !== undefined} onClick={() => planner.importCsv(file, stopped)}>
            {stopped === undefined
              ? `Import ${counted(file.rows.length - 1, 'row')}`
              : `Go on from row ${shownNumber(stopped.done + 1)}`}
          </Button>
        </section>
      )}
      <Button onClick={() => planner.go(planner.state.draft.icp.length > 0 ? 'data' : 'start')}>Back</Button>
    </Page>
  );
}
