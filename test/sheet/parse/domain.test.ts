/** Registrable domains against an independent implementation, and the hosts that are nobody's own. */
import codes from 'i18n-iso-countries/codes.json';
import fc from 'fast-check';
import { getDomain as privateDomain, getPublicSuffix as privateSuffix } from 'tldts';
import { getDomain, getPublicSuffix } from 'tldts-icann';
import { accountDomain, isFreeMail, isSharedHost, registrableDomain } from '../../../src/sheet/parse/domain';

const COUNTRIES = [...codes.map(([code]) => code!.toLowerCase()).filter((code) => code !== 'gb'), 'uk', 'eu'];
const GENERIC =
  'com net org info biz io ai co app dev tech cloud online store shop agency digital software systems solutions consulting group global xyz site pro health finance legal bank law museum aero jobs travel asia cat'.split(
    ' ',
  );
/** Second labels as registries hand them out, the usual and the odd. */
const LABELS =
  'com co net org edu gov mil ac or ne go info biz name pro gob gouv gub int ltd plc me nom id web store firm art asn museum aero coop tm sch press asso gen ind res nic school law agro mobi k12 nhs police adv eng med tur idv priv travel shop'.split(
    ' ',
  );
const NAMES = ['acme', 'bo', 'my-firm', 'x1', 'nordlicht'];

/** Hosts as lists hold them: under generic domains, directly under a country's, and under its second labels. */
function hosts(): string[] {
  const suffixes = [...GENERIC, ...COUNTRIES, ...COUNTRIES.flatMap((country) => LABELS.map((label) => `${label}.${country}`))];
  return suffixes.flatMap((suffix, index) => {
    const name = NAMES[index % NAMES.length]!;
    return [`${name}.${suffix}`, `www.${name}.${suffix}`, `https://shop.eu.${name}.${suffix}/de?x=1`];
  });
}

/** Places where second labels are towns, states and provinces. */
const REGIONAL = [
  ...'aichi tokyo osaka kyoto hokkaido'.split(' ').map((label) => `${label}.jp`),
  ...'city.aichi town.chiba'.split(' ').map((label) => `${label}.jp`),
  ...'ca ny tx k12.ca cc.ca'.split(' ').map((label) => `${label}.us`),
  ...'qc on bc ab'.split(' ').map((label) => `${label}.ca`),
  ...'nsw.edu vic.edu qld.gov'.split(' ').map((label) => `${label}.au`),
  ...'mi rm bo roma milano'.split(' ').map((label) => `${label}.it`),
  ...'bj sh gd zj'.split(' ').map((label) => `${label}.cn`),
];

/** Hosts whose domain is neither what registries have it to be nor what private owners of suffixes do. */
function disagreements(list: readonly string[]): string[] {
  return list.filter((host) => {
    const ours = registrableDomain(host) ?? null;
    return ours !== getDomain(host) && ours !== privateDomain(host, { allowPrivateDomains: true });
  });
}

describe('registrableDomain', () => {
  it('agrees with tldts on hosts of every country and on regional ones', () => {
    const list = [...hosts(), ...REGIONAL.map((suffix) => `www.acme.${suffix}`)];
    console.log(`domains: ${list.length} hosts compared with tldts`);
    expect(disagreements(list)).toEqual([]);
  });

  it('gives the same for a host, its address and its e-mail', () => {
    const host = fc.stringMatching(/^[a-z][a-z0-9]{1,8}\.(com|de|co\.uk|com\.br|io)$/);
    fc.assert(
      fc.property(host, fc.stringMatching(/^[a-z]{1,5}$/), (domain, sub) => {
        for (const text of [
          domain.toUpperCase(),
          `www.${domain}`,
          `http://${sub}.${domain}/${sub}`,
          `${sub}@${domain}`,
          ` ${domain}. `,
        ]) {
          expect(registrableDomain(text)).toBe(domain);
        }
      }),
    );
  });

  it('changes nothing when asked again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.webUrl(), fc.emailAddress(), fc.string({ unit: 'grapheme' })), (text) => {
        const once = registrableDomain(text);
        if (once !== undefined) expect(registrableDomain(once)).toBe(once);
      }),
    );
  });

  it('reads every address the generator makes', () => {
    fc.assert(
      fc.property(fc.webUrl({ authoritySettings: { withPort: true } }), (url) => {
        // Rare suffixes of two labels are what the rate above is about.
        fc.pre(getPublicSuffix(url)?.includes('.') !== true);
        expect(registrableDomain(url) ?? null).toBe(getDomain(url));
      }),
      { numRuns: 500 },
    );
  });
});

/** Owners of these register names below them for companies. */
const REGISTRIES =
  'uk.com us.com eu.com de.com br.com cn.com za.com ru.com jpn.com sa.com africa.com gr.com co.com mex.com it.com ae.org us.org eu.org gb.net uk.net jp.net hu.net se.net in.net ru.net za.net za.org com.de com.se com.ru net.ru org.ru co.nl co.no co.ca co.at co.cz co.dk co.bz me.uk radio.am radio.fm'.split(
    ' ',
  );

describe('a domain that names are registered under', () => {
  it.each(REGISTRIES)('%s identifies by the label before it, as tldts has it with private domains', (suffix) => {
    const host = `shop.acme.${suffix}`;
    expect(registrableDomain(host)).toBe(privateDomain(host, { allowPrivateDomains: true }));
    expect(accountDomain(`https://www.acme.${suffix}/x`)).toBe(`acme.${suffix}`);
    expect(accountDomain(suffix)).toBeUndefined();
  });

  it.each(['gb.com', 'se.com', 'kr.com', 'com.fr', 'example.com'])('%s, which is none, is told from them', (domain) =>
    expect(registrableDomain(`acme.${domain}`)).toBe(privateDomain(`acme.${domain}`, { allowPrivateDomains: true })),
  );
});

describe('an international domain', () => {
  it('is known by the ASCII form that the host gives it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüéèñçøåæ日本語中文한국어привет]{1,12}$/u), (label) => {
        const composed = label.normalize('NFC');
        expect(registrableDomain(`${composed}.com`)).toBe(new URL(`http://${composed}.com`).hostname);
      }),
    );
  });
});

describe('shared hosts and free mail', () => {
  it.each([
    'https://www.linkedin.com/company/acme',
    'en.wikipedia.org',
    'https://www.ycombinator.com/companies/x',
    'acme.github.io',
    'facebook.com/acme',
    'https://sites.google.com/view/x',
    'x.com/acme',
  ])('%s identifies no account', (text) => {
    expect(isSharedHost(text)).toBe(true);
    expect(accountDomain(text)).toBeUndefined();
  });

  it.each(
    'github.io gitlab.io herokuapp.com wixsite.com myshopify.com webflow.io netlify.app vercel.app pages.dev web.app azurewebsites.net wixstudio.io square.site onrender.com fly.dev'.split(
      ' ',
    ),
  )('%s, a private suffix, identifies no account by the label before it', (host) => {
    expect(privateSuffix(`acme.${host}`, { allowPrivateDomains: true })).toBe(host);
    expect(isSharedHost(`https://acme.${host}/x`)).toBe(true);
    expect(accountDomain(`acme.${host}`)).toBeUndefined();
  });

  it.each(['acme.wordpress.com', 'acme.blogspot.de', 'acme.blogspot.co.uk', 'www.acme.blogspot.com'])(
    '%s identifies no account',
    (host) => expect(accountDomain(host)).toBeUndefined(),
  );

  it.each(['gmail.com', 'ann@gmail.com', 'yahoo.co.uk', 'hotmail.fr', 'gmx.at', 'web.de', 'qq.com'])('%s is free mail', (text) =>
    expect(isFreeMail(text)).toBe(true),
  );

  it.each(['acme.com', 'google.com', 'apple.com', 'orange.com', 'zoho.com', 'telekom.de', 'live.io'])(
    '%s is an account of its own',
    (text) => expect(accountDomain(text)).toBe(text),
  );

  it('a shared host is shared with www as well', () => {
    expect(isSharedHost('http://www.sites.google.com/x')).toBe(true);
    expect(isSharedHost('http://www.google.com/x')).toBe(false);
  });
});
