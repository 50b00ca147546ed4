/** Job titles: seniority, and the whole-word look-up that personas use (S3.20–S3.22). */
import { lazy } from './lazy';
import { plain } from './text';

export const SENIORITIES = ['C-level', 'VP', 'Director', 'Head', 'Manager', 'IC'] as const;
export type Seniority = (typeof SENIORITIES)[number];

/** True when the title holds the phrase as whole words, case and accents aside: `VP Sales` is in `Senior VP, Sales`, `CTO` is not in `Director`. */
export function titleContains(title: string, phrase: string): boolean {
  const wanted = plain(phrase);
  return wanted !== '' && ` ${plain(title.slice(0, 1000))} `.includes(` ${wanted} `);
}

/** Seniority of a title or of a tool's level (`c_suite`, `Manager`); undefined for a blank one. The highest that is named counts. */
export function seniorityOf(title: string): Seniority | undefined {
  const words = ` ${plain(title.slice(0, 1000))} `;
  if (words.trim() === '') return undefined;
  return LEVELS().find(({ pattern, except }) => pattern.test(words) && except?.test(words) !== true)?.seniority ?? 'IC';
}

interface Level {
  readonly seniority: Seniority;
  readonly pattern: RegExp;
  readonly except?: RegExp;
}

const LEVELS = /* @__PURE__ */ lazy((): readonly Level[] => [
  // An assistant to the CEO is not the CEO.
  {
    seniority: 'IC',
    pattern:
      / (?:assistant|secretary|aide|intern|trainee|werkstudent|praktikant)\b.* (?:to|of|for|der|des|de|du)\b| (?:executive|personal|office) assistant | intern | internship /,
  },
  {
    seniority: 'C-level',
    pattern:
      / (?:c level|c suite|cxo|c[eftoimrpsd]o|ciso|cdo|cno|clo|chro|cro|chief|founder|cofounder|owner|partner|president|chairman|chairwoman|chairperson|chair|geschaftsfuhrer|geschaftsfuhrerin|vorstand|inhaber|pdg|gerant|managing director|executive director|directeur general|director general|gf|gfin) /,
    except:
      / vice president | (?:product|process|channel|business|hr|people|system|solution|data|content|risk|store) (?:owner|partner) | partner (?:manager|success|marketing|sales)| president s office /,
  },
  { seniority: 'VP', pattern: / (?:s?vp|evp|avp|vice president|vicepresident|vice presidente|vizeprasident) / },
  {
    seniority: 'Director',
    pattern:
      / (?:director|directors|directeur|directrice|direktor|direktorin|direttore|bereichsleiter|bereichsleiterin|directora|diretor|diretora) /,
  },
  { seniority: 'Head', pattern: / (?:head|leiter|leiterin|leitung|responsable|jefe|jefa|hoofd|chef|abteilungsleiter) / },
  {
    seniority: 'Manager',
    pattern: / (?:manager|managers|mgr|supervisor|team ?lead|teamleiter|teamleiterin|gerente|lead|coordinator lead) /,
    except: / lead (?:generation|gen) /,
  },
]);
