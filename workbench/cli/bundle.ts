/** The built add-on as files: exactly what goes to Google. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refused } from './refused';

export interface BundleFiles {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: string;
  /** First twelve digits of a SHA-256 over the three, as the build prints it. */
  readonly hash: string;
}

/** The three files in `dist`, with the first 12 digits of the SHA-256 over them. @throws Refused when one is missing. */
export async function readBundle(dist: URL): Promise<BundleFiles> {
  try {
    const [code, sidebar, manifest] = await Promise.all(
      ['Code.js', 'Sidebar.html', 'appsscript.json'].map((name) => readFile(new URL(name, dist), 'utf8')),
    );
    if (code === undefined || sidebar === undefined || manifest === undefined) throw new Error('a file is missing');
    const hash = createHash('sha256').update(code).update(sidebar).update(manifest).digest('hex').slice(0, 12);
    return { code, sidebar, manifest, hash };
  } catch {
    throw new Refused('The built add-on is missing in dist; run: npm run build');
  }
}
