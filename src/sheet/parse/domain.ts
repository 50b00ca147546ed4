/** Domains: from addresses, hosts and e-mail to the registrable domain, and the hosts that are nobody's own. */
import { encode } from 'punycode';
import { lazyWords } from './lazy';
import { listItems } from './listItems';
import { suffixLabels } from './publicSuffix';
import { trim } from '../../domain/facts/text';

/**
 * Registrable domain in ASCII lower case (`https://www.Exämple.co.uk/a` is `xn--exmple-cua.co.uk`), from an address, a host or an e-mail address;
 * of several in one cell the first. Undefined for IP addresses, bare suffixes, and text that is none of these.
 */
export function registrableDomain(text: string): string | undefined {
  const labels = hostLabels(text);
  return labels === undefined ? undefined : domainOf(labels);
}

function domainOf(labels: readonly string[]): string | undefined {
  const suffix = suffixLabels(labels);
  return labels.length <= suffix ? undefined : labels.slice(-(suffix + 1)).join('.');
}

/** Host in ASCII lower case without a leading `www.`. */
function hostOfLabels(labels: readonly string[]): string {
  return labels.join('.').replace(/^www\d?\.(?=[^.]+\.)/, '');
}

/** True for mail providers anyone can have an address at; takes anything `registrableDomain` takes. */
export function isFreeMail(text: string): boolean {
  const domain = registrableDomain(text);
  return domain !== undefined && isMailDomain(domain);
}

function isMailDomain(domain: string): boolean {
  return FREE_MAIL_NAMES().has(domain.slice(0, domain.indexOf('.'))) || FREE_MAIL().has(domain);
}

/** True for social networks, directories, site builders and shorteners, where the domain says nothing about the account. */
export function isSharedHost(text: string): boolean {
  const labels = hostLabels(text);
  const domain = labels === undefined ? undefined : domainOf(labels);
  return labels !== undefined && domain !== undefined && isShared(labels, domain);
}

function isShared(labels: readonly string[], domain: string): boolean {
  return (
    SHARED().has(labels.slice(-2).join('.')) ||
    domain.startsWith('blogspot.') ||
    SHARED_HOSTS().has(hostOfLabels(labels)) ||
    (labels.length > 2 && domain === 'amazonaws.com')
  );
}

/** The domain that identifies an account: registrable, neither free mail nor a shared host. */
export function accountDomain(text: string): string | undefined {
  const labels = hostLabels(text);
  const domain = labels === undefined ? undefined : domainOf(labels);
  return labels === undefined || domain === undefined || isMailDomain(domain) || isShared(labels, domain) ? undefined : domain;
}

const FREE_MAIL_NAMES = lazyWords('gmail googlemail yahoo ymail rocketmail hotmail outlook gmx yandex protonmail tutanota');
const FREE_MAIL = lazyWords(
  'live.com live.co.uk live.de live.fr live.nl live.it live.ca live.com.au live.com.mx live.se live.dk live.no live.be live.in msn.com aol.com aol.de aol.co.uk aim.com icloud.com me.com mac.com ' +
    'web.de t-online.de freenet.de arcor.de mail.ru bk.ru list.ru inbox.ru rambler.ru ya.ru qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com naver.com daum.net hanmail.net ' +
    'proton.me pm.me zohomail.com mail.com email.com usa.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it virgilio.it alice.it tin.it tiscali.it btinternet.com ntlworld.com blueyonder.co.uk ' +
    'talktalk.net comcast.net att.net sbcglobal.net bellsouth.net cox.net charter.net verizon.net earthlink.net juno.com rediffmail.com uol.com.br bol.com.br terra.com.br ig.com.br seznam.cz centrum.cz wp.pl ' +
    'o2.pl interia.pl onet.pl abv.bg ukr.net i.ua fastmail.com fastmail.fm hey.com hushmail.com tuta.io tutamail.com bluewin.ch bigpond.com optusnet.com.au sympatico.ca shaw.ca xtra.co.nz walla.co.il mailinator.com ' +
    'telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl telia.com bredband.net online.no luukku.com sapo.pt otenet.gr',
);
const SHARED = lazyWords(
  'linkedin.com lnkd.in facebook.com fb.com fb.me twitter.com x.com t.co instagram.com youtube.com youtu.be tiktok.com pinterest.com tumblr.com vimeo.com vk.com ok.ru xing.com weibo.com t.me telegram.me wa.me ' +
    'discord.gg threads.net snapchat.com reddit.com quora.com wikipedia.org wikimedia.org wikidata.org ycombinator.com crunchbase.com angel.co wellfound.com producthunt.com owler.com zoominfo.com pitchbook.com ' +
    'glassdoor.com indeed.com g2.com capterra.com trustpilot.com yelp.com meetup.com eventbrite.com etsy.com medium.com substack.com github.com github.io gitlab.com gitlab.io bitbucket.org bitbucket.io ' +
    'wordpress.com blogspot.com blogger.com wixsite.com weebly.com squarespace.com myshopify.com webflow.io carrd.co notion.site notion.so herokuapp.com netlify.app netlify.com vercel.app pages.dev workers.dev web.app ' +
    'firebaseapp.com azurewebsites.net cloudfront.net appspot.com godaddysites.com business.site strikingly.com jimdofree.com jimdosite.com site123.me bigcartel.com framer.website framer.app bubbleapps.io ' +
    'linktr.ee bio.link beacons.ai bit.ly goo.gl tinyurl.com ow.ly buff.ly g.page g.co apple.co amzn.to typeform.com calendly.com archive.org readthedocs.io surge.sh glitch.me replit.app repl.co itch.io fandom.com ' +
    'wixstudio.com wixstudio.io editorx.io square.site mystrikingly.com webnode.page onrender.com fly.dev streamlit.app deno.dev azurestaticapps.net ghost.io tilda.ws lovable.app edgeone.app',
);
/** Hosts for anybody under the domain of a company that has its own. */
const SHARED_HOSTS = lazyWords(
  'sites.google.com docs.google.com drive.google.com plus.google.com maps.google.com play.google.com apps.apple.com itunes.apple.com hub.docker.com',
);

/** Labels of the host that a text names, in ASCII lower case; undefined when it names none. */
function hostLabels(text: string): readonly string[] | undefined {
  const typed = text.length > 2100 ? '' : trim(text);
  if (typed === '') return undefined;
  const bare = /^[[{].*[\]}]$/.test(typed) ? (listItems(typed, false)[0] ?? '') : typed;
  // Most cells are plain: a host in ASCII, perhaps with a scheme and a path.
  const plainHost =
    bare.length > 253 ? undefined : /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#][^\s;,|]*)?$/i.exec(bare)?.[1];
  if (plainHost !== undefined) return validLabels(plainHost.toLowerCase().split('.'));
  // A path may hold the separators of lists, so inside an address they part nothing.
  const pieces = bare
    .split(/[;,|]*\s+|[;,|]+(?=https?:)/)
    .flatMap((piece) => (/^https?:/i.test(piece) ? [piece] : piece.split(/[;,|]+/)))
    .filter((piece) => piece !== '');
  const first = labelsOf(pieces[0] ?? '');
  // A sentence is no address: every piece must be one.
  return pieces.length === 1 || (pieces.length <= 20 && pieces.every((piece) => labelsOf(piece) !== undefined))
    ? first
    : undefined;
}

function labelsOf(piece: string): readonly string[] | undefined {
  const afterScheme = piece.replace(/^(?:[a-z][a-z0-9+.-]{0,15}:)?\/\//i, '').replace(/^mailto:/i, '');
  const host = afterScheme
    .replace(/[/?#\\].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d{0,5}$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[。｡]/g, '.')
    .replace(/\.$/, '');
  if (host.length > 253 || !host.includes('.')) return undefined;
  return validLabels(host.split('.'));
}

function validLabels(given: readonly string[]): readonly string[] | undefined {
  if (given.length > 127) return undefined;
  const labels = given.map(asciiLabel);
  const last = labels[labels.length - 1];
  return labels.includes(undefined) || last === undefined || !/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last)
    ? undefined
    : (labels as readonly string[]);
}

function asciiLabel(label: string): string | undefined {
  const ascii = /^[\u0021-\u007e]*$/.test(label)
    ? label
    : label.length <= 63 && /^[\p{L}\p{N}\p{M}-]+$/u.test(label)
      ? `xn--${encode(label)}`
      : undefined;
  return ascii !== undefined && /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(ascii) ? ascii : undefined;
}
