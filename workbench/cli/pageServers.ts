/** Both servers of the page together: the frame's on the next port, or on any when that is taken. */
import { Refused } from './refused';
import { startServer } from './server';
import type { RunningServer, ServerSetup } from './server';
import { frameHeaders, frameResources, pageHeaders, pageResources } from './site';

export interface PageSetup {
  /** The project's folder. */
  readonly root: URL;
  /** 0 takes any free port. */
  readonly port: number;
  readonly bundleHash: string;
  /** The workbook the page opens with, as JSON. */
  readonly workbook: string;
  /** It is planned, and opens with its results and the planner in view. */
  readonly isPlanned?: boolean;
}

/** Starts both servers; port 0 takes any free one. @throws Refused when the page's port is taken. */
export async function servePage({ root, port, bundleHash, workbook, isPlanned = false }: PageSetup): Promise<RunningServer> {
  const facts = { frameOrigin: '', bundleHash, isPlanned };
  const page = await startServer({
    port,
    resources: pageResources(
      { root },
      () => facts,
      () => workbook,
    ),
    headers: () => pageHeaders(facts.frameOrigin),
  });
  const plan: ServerSetup = {
    port: port === 0 ? 0 : port + 1,
    resources: frameResources({ root }),
    headers: () => frameHeaders(page.origins),
    allowedOrigins: page.origins,
  };
  const frame = await startServer(plan).catch(async (error: unknown) => {
    if (error instanceof Refused) return startServer({ ...plan, port: 0 });
    throw error;
  });
  facts.frameOrigin = frame.origin;
  return {
    origin: page.origin,
    origins: page.origins,
    close: async () => {
      await Promise.all([page.close(), frame.close()]);
    },
  };
}
