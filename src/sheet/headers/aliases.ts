/** Names that columns go by, per field, best first. Written as words; `headerWords` takes entities and fillers off both sides; numbers go by `number of` and `count` too. */
import { lazy } from '../parse/lazy';
import { kindOf, type Field, type ListName } from '../fields';
import { accountNamesAbroad, contactNamesAbroad } from './aliasesAbroad';
import { singular } from './header';

/** When a name counts. `company`: only beside a word for the company; `own`: only without one; `weak`: it often means something else. */
export interface Alias {
  readonly field: Field;
  readonly rank: number;
  readonly needs: 'any' | 'company' | 'own' | 'person';
  readonly isWeak: boolean;
}

/** `+` needs a company word, `!` must have none, `@` needs a person word, `~` is weak. Names are separated by commas. */
const ACCOUNT_NAMES: readonly (readonly [Field, string])[] = [
  [
    'Account ID',
    '+id,record id,+record id,customer id,client id,customer number,client number,number client,+uuid,+external id,+key,external id,crm id,duns number,duns,~id,~uuid,~+number,handelsregisternummer,kundennummer,~cnpj,~cif,~nif,~siren,~siret,~partita iva,~kvk nummer',
  ],
  [
    'Account name',
    '+name,+,~name,+legal name,customer name,client name,firmenname,firma,unternehmen,unternehmensname,kunde,societe,entreprise,raison sociale,nom entreprise,empresa,nombre empresa,razon social,azienda,ragione sociale,bedrijf,bedrijfsnaam,foretag,nazwa firmy,~client,~customer,~brand,~brand name,~startup,~startup name,~legal name,~vendor',
  ],
  [
    'Domain',
    'domain,domain name,root domain,website domain,web domain,website,website url,website address,webseite,internetseite,site web,sito web,sitio web,pagina web,homepage,web page,web,web address,url,internet address,internetadresse,+site,~site,~web url,~+link,~link',
  ],
  [
    'Industry',
    'primary industry,industry,industry name,industry sector,sector,vertical,industry vertical,branche,industrie,wirtschaftszweig,secteur,secteur activite,secteur d activite,sector actividad,settore,gics sector,industry group,industry segment,market sector,~category,~category code,~market category,~market,~industry category,~naics description,~sic description,~business type,~line business,~gics sub industry,~all industry',
  ],
  [
    'Employees',
    'employee,headcount,employee number,fte,staff,team size,employee size,employee headcount,employee fte,workforce,workforce size,mitarbeiter,mitarbeiterzahl,mitarbeiteranzahl,anzahl mitarbeiter,beschaftigte,anzahl beschaftigte,effectif,nombre employe,nombre salarie,nombre salary,empleado,numero empleado,dipendenti,numero dipendenti,medewerker,aantal medewerker,anstallda,+size,size range,size band,~size,~staff size,~people count,~number people',
  ],
  [
    'Annual revenue',
    'annual revenue,revenue,annual turnover,turnover,annual sales,sales revenue,yearly revenue,gross revenue,net revenue,umsatz,jahresumsatz,chiffre affaire,chiffre d affaire,ingreso,ingreso anual,facturacion,fatturato,omzet,omsattning,sales volume,revenue ltm,ltm revenue,revenue min,~arr,~sales,~annual recurring revenue',
  ],
  [
    'Country',
    'country,country name,country region,country territory region,country territory,land,pays,pais,paese,nation,kraj,location country,country location,address country,country code,country iso,iso country,~location,~headquarter location,~+location,~+address,~+headquarter',
  ],
  [
    'State',
    'state,province,state province,state or province,state region,bundesland,kanton,provincia,estado,state code,state name,region state,address state,location state,~region,~county,~prefecture',
  ],
  [
    'City',
    'city,town,city name,stadt,ort,ville,ciudad,citta,stad,plaats,miasto,address city,location city,~locality,~municipality',
  ],
  [
    'Founded',
    'founded,year founded,founded year,founding year,founded date,date founded,founding date,year founding,year established,established,established year,date established,incorporation year,incorporation date,year incorporated,grundungsjahr,gegrundet,grundung,annee creation,date creation entreprise,ano fundacion,anno fondazione,oprichtingsjahr,~incorporated,~year started,~inception',
  ],
  [
    'Technologies',
    'technology,tech stack,technology stack,tech,technology used,tech used,technology installed,installed technology,stack,martech,technologie,~tool,~software,~software used,~technographic',
  ],
  ['Keywords', 'keyword,seo keyword,speciality,specialty,schlagwort,schlagworte,stichwort,~tag'],
  ['Funding', 'funding,funding raised,raised,money raised,capital raised,equity funding'],
  [
    'Funding stage',
    'funding stage,latest funding stage,last funding stage,latest funding,latest funding type,last funding type,latest funding round,last funding round,last round,last round type,recent funding round,recent funding type,last financing type,last financing deal type,funding round,funding type,investment stage,funding status,financing stage',
  ],
  [
    'Last funding date',
    'last funding date,last funding at,latest funding date,latest funding at,recent funding date,last raised,last raised date,last funding on,last round date,last financing date,funding date,date last funding,last funding round date',
  ],
  [
    'Headcount growth',
    'headcount growth,employee growth,employee growth rate,headcount growth rate,past 1 year employee growth rate,1 year employee growth rate,employee growth 1 year,employee growth 12 month,12 month headcount growth,headcount growth 12 month,headcount growth 1 year,yoy headcount growth,yoy employee growth,annual employee growth,6 month headcount growth,headcount growth 6 month,growth rate employee,team growth',
  ],
  [
    'Open roles',
    'open role,open position,open job,job opening,vacancy,open vacancy,open job post,open job posting,job post,job posting,job ads,open job ads,job listing,active job listing,active job posting,offene stelle',
  ],
  [
    'Website visits',
    'website visit,web visit,site visit,visit,number session,website session,page view,website visitor,monthly visit,monthly web visit,monthly website visit,pricing page visit,visit last 30 day',
  ],
  [
    'Account status',
    'account status,account stage,+status,+stage,customer status,client status,lifecycle stage,status,relationship status,account type,~stage,~relationship type',
  ],
  [
    'Last contacted',
    'last contacted,last contact,last contact date,last contacted date,last activity,last activity date,last activity time,last touch,last touch date,last engagement,last engagement date,last outreach,last outreach date,letzter kontakt',
  ],
  [
    'Account owner',
    'owner,owner name,+manager,+executive,assigned to,assignee,assigned rep,sale rep,sales rep,sales owner,rep,ae',
  ],
  ['Verified emails', 'verified email,valid email,verified contact,contact with verified email'],
];

const CONTACT_NAMES: readonly (readonly [Field, string])[] = [
  ['Contact ID', '@id,@record id,@uuid,~record id,~id'],
  ['First name', 'first name,given name,forename,vorname,prenom,nombre,voornaam,~first'],
  ['Last name', 'last name,surname,family name,nachname,nom famille,nom,apellido,apellidos,achternaam,cognome,~last'],
  ['Full name', 'full name,@name,@full name,@,person name,name surname,!~name'],
  [
    'Title',
    '!title,@title,job title,!position,job position,job role,job,position title,title position,!current title,headline title,stelle,stellenbezeichnung,poste,cargo,puesto,functie,funktion,~headline,~profile headline,~occupation',
  ],
  [
    'Seniority',
    'seniority,seniority level,job seniority,management level,job level,position level,hierarchy level,~job title hierarchy level,~level',
  ],
  ['Department', 'department,job function,function,job department,abteilung,~division'],
  [
    'Role',
    'buyer role,buying role,role,persona,buying committee,buyer persona,buying committee role,decision role,buying group role',
  ],
  [
    'Email',
    'email,email address,work email,work email address,e mail adresse,mail,professional email,@email,@email address,+email,+email address,verified work email,recommended email,correo,correo electronico,adresse mail,courriel,~direct email,~emailadresse',
  ],
  [
    'Email status',
    'email status,work email status,email verification status,email validation,email validation status,email validation result,email verification,email verification result,verification status,email verified,email validity,email deliverability,deliverability,email quality,zerobounce status,zb status,neverbounce result,neverbounce status,recommended email validation,email result,verification result,email result status,millionverifier result,~validation',
  ],
  [
    'Phone',
    'phone,phone number,first phone,direct phone,direct phone number,phone direct,direct dial,work direct phone,work phone,@phone,@phone number,mobile,mobile phone,mobile number,telephone,telephone number,cell,cell phone,telefon,telefonnummer,handy,telephone fixe,telefono',
  ],
  ['Account ID', '+id,+record id,associated company id,primary associated company id,~+number'],
  [
    'Account name',
    '+name,+,+legal name,firma,firmenname,unternehmen,societe,entreprise,empresa,azienda,bedrijf,customer name,client name,~client,~customer',
  ],
  ['Domain', 'domain,domain name,webseite,homepage,website,website url,url,~web'],
];

const tables = {
  accounts: lazy(() => table(ACCOUNT_NAMES, accountNamesAbroad())),
  contacts: lazy(() => table(CONTACT_NAMES, contactNamesAbroad())),
};

/** What a header's words can stand for in a list; the words are joined, so that `annualrevenue` is `annual revenue`. */
export function aliasesOf(list: ListName, words: readonly string[]): readonly Alias[] {
  return tables[list]().get(words.join('')) ?? [];
}

type Names = readonly (readonly [Field, string])[];

/** Names of other languages all rank alike, behind the usual English ones. */
const RANK_ABROAD = 12;
/** Words for a number that stand before what is counted. */
const NUMBER = ['number', 'numberof'];
const NUMBER_ABROAD = ['number', 'numero', 'nombre', 'anzahl', 'aantal', 'cantidad', 'quantidade'];

function table(names: Names, abroad: Names): ReadonlyMap<string, readonly Alias[]> {
  const map = new Map<string, Alias[]>();
  const add = (field: Field, name: string, rank: number, counts: readonly string[]): void => {
    const marks = /^[+!@~]*/.exec(name)?.[0] ?? '';
    const needs = marks.includes('+') ? 'company' : marks.includes('!') ? 'own' : marks.includes('@') ? 'person' : 'any';
    // Names are written as `plain` would leave them: making hundreds of them plain again costs every cold start.
    const key = name.slice(marks.length).split(' ').map(singular).join('');
    const isCounted = kindOf('accounts', field) === 'number' || field === 'Verified emails';
    const keys = isCounted ? [key, `${key}count`, ...counts.map((word) => `${word}${key}`)] : [key];
    for (const one of keys) {
      const known = map.get(one) ?? [];
      if (!known.some((alias) => alias.field === field && alias.needs === needs))
        map.set(one, [...known, { field, rank, needs, isWeak: marks.includes('~') }]);
    }
  };
  for (const [field, text] of names) text.split(',').forEach((name, rank) => add(field, name, rank, NUMBER));
  for (const [field, text] of abroad) for (const name of text.split(',')) add(field, name, RANK_ABROAD, NUMBER_ABROAD);
  return map;
}
