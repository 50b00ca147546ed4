/** The two ways a service call ends badly: an error the script can catch, and the end of the script. */

/** Ends a run as Google's kill does. Thrown through the script; whatever the script catches, no later call has any effect. */
export class KillSignal extends Error {}

/** A sentence of Google's; crosses into the script as its realm's own error. */
export class ServiceError extends Error {}

/** Thrown to say that the workbench lacks something; never a sentence of Google's. */
export function notImitated(name: string): never {
  throw new ServiceError(`Workbench: ${name} is not imitated`);
}
