/** Makes accounts.csv and contacts.csv from source/yc-companies.json: `node examples/make.mjs`. The same files every time. */
import { readFileSync, writeFileSync } from 'node:fs';
import { accountRow } from './sample/accounts.mjs';
import { contactRows } from './sample/contacts.mjs';
import { csvOf } from './sample/csv.mjs';

const place = (name) => new URL(name, import.meta.url);

/** A seller to businesses starts from everything but consumer companies. */
const isWanted = ({ primaryIndustry }) => primaryIndustry !== 'Consumer' && primaryIndustry !== '';

const { companies } = JSON.parse(readFileSync(place('source/yc-companies.json'), 'utf8'));
const wanted = companies.filter(isWanted);
const contacts = contactRows(wanted);
writeFileSync(place('accounts.csv'), csvOf(wanted.map(accountRow)));
writeFileSync(place('contacts.csv'), csvOf(contacts));
console.log(`${wanted.length} accounts, ${contacts.length} contacts`);
