/** What is run first in every script realm: dates in the script's zone, copies across the border, and nothing Apps Script lacks. */

/** Globals of Node and browsers that Apps Script does not have. */
export const ABSENT_GLOBALS: readonly string[] = [
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'clearImmediate',
    'queueMicrotask',
    'requestAnimationFrame',
  ],
  ...[
    'fetch',
    'Headers',
    'Request',
    'Response',
    'FormData',
    'File',
    'FileReader',
    'Blob',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
  ],
  ...[
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
    'crypto',
    'Crypto',
    'structuredClone',
    'performance',
  ],
  ...[
    'navigator',
    'window',
    'self',
    'top',
    'parent',
    'frames',
    'document',
    'location',
    'history',
    'localStorage',
    'sessionStorage',
    'indexedDB',
  ],
  ...['process', 'Buffer', 'global', 'require', 'module', 'exports', '__dirname', '__filename'],
  ...[
    'AbortController',
    'AbortSignal',
    'Event',
    'EventTarget',
    'DOMException',
    'MessageChannel',
    'MessagePort',
    'BroadcastChannel',
    'Worker',
    'SharedWorker',
  ],
  ...[
    'ReadableStream',
    'WritableStream',
    'TransformStream',
    'CompressionStream',
    'DecompressionStream',
    'alert',
    'confirm',
    'prompt',
    'open',
    'postMessage',
  ],
  ...['DOMParser', 'Node', 'Element', 'HTMLElement', 'Image', 'XMLSerializer', 'caches'],
];

/** What the host lends the prelude. */
export interface PreludeHost {
  now(): number;
  /** Milliseconds the script's zone is east of UTC at an instant. */
  offset(epoch: number): number;
  readonly zone: string;
  readonly intl: boolean;
}

/** What the prelude hands back. */
export interface PreludeTools {
  /** A deep copy made of the realm's own arrays, objects and dates; functions and proxies pass. */
  adopt(value: unknown, keep: (value: object) => boolean): unknown;
  /** An error of the realm, as services throw them. */
  exception(message: string): unknown;
}

/** Source of a function that takes the {@link PreludeHost} and returns the {@link PreludeTools}; runs inside the realm. */
export const PRELUDE = `(function (host) {
  'use strict';
  var Native = Date, P = Native.prototype, utc = {};
  ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].forEach(function (part) {
    utc['get' + part] = P['getUTC' + part];
    if (part !== 'Day') utc['set' + part] = P['setUTC' + part];
  });
  function wallOf(epoch) { return epoch + host.offset(epoch); }
  function epochOf(wall) { var first = wall - host.offset(wall); return wall - host.offset(first); }
  function method(name, act) { Object.defineProperty(P, name, { value: act, configurable: true, writable: true }); }
  Object.keys(utc).forEach(function (name) {
    method(name, name.slice(0, 3) === 'get'
      ? function () { return utc[name].call(new Native(wallOf(this.getTime()))); }
      : function () { var wall = new Native(wallOf(this.getTime())); utc[name].apply(wall, arguments); return this.setTime(epochOf(wall.getTime())); });
  });
  method('getTimezoneOffset', function () { return -host.offset(this.getTime()) / 60000; });
  function pad(number, size) { return String(Math.abs(number)).padStart(size, '0'); }
  var days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  var months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  method('toDateString', function () {
    if (isNaN(this)) return 'Invalid Date';
    return days[this.getDay()] + ' ' + months[this.getMonth()] + ' ' + pad(this.getDate(), 2) + ' ' + pad(this.getFullYear(), 4);
  });
  method('toTimeString', function () {
    if (isNaN(this)) return 'Invalid Date';
    var east = -this.getTimezoneOffset();
    return pad(this.getHours(), 2) + ':' + pad(this.getMinutes(), 2) + ':' + pad(this.getSeconds(), 2) + ' GMT' + (east < 0 ? '-' : '+') + pad(Math.trunc(east / 60), 2) + pad(east % 60, 2) + ' (' + host.zone + ')';
  });
  method('toString', function () { return isNaN(this) ? 'Invalid Date' : this.toDateString() + ' ' + this.toTimeString(); });
  ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'].forEach(function (name) {
    var native = P[name];
    method(name, function (locale, options) { return native.call(this, locale, Object.assign({ timeZone: host.zone }, options)); });
  });
  function parse(text) {
    text = String(text);
    if (/^[+-]?\\d{4,6}(-\\d\\d(-\\d\\d)?)?$/.test(text) || /(Z|GMT|UTC|[+-]\\d\\d:?\\d\\d)\\s*(\\(.*\\))?$/i.test(text)) return Native.parse(text);
    var wall = Native.parse(/^[+-]?\\d{4,6}-\\d\\d-\\d\\dT/.test(text) ? text + 'Z' : text + ' UTC');
    return epochOf(wall);
  }
  function timeOf(args) {
    if (args.length === 0) return host.now();
    if (args.length > 1) { var parts = [].slice.call(args); if (parts[0] >= 0 && parts[0] < 100) parts[0] += 1900; return epochOf(Native.UTC.apply(null, parts)); }
    var value = args[0];
    if (Object.prototype.toString.call(value) === '[object Date]') return value.getTime();
    if (typeof value === 'object' && value !== null) value = value.valueOf();
    return typeof value === 'string' ? parse(value) : Number(value);
  }
  function Zoned() {
    if (!new.target) return new Native(host.now()).toString();
    var date = new Native(timeOf(arguments));
    if (new.target !== Zoned) Object.setPrototypeOf(date, new.target.prototype);
    return date;
  }
  Object.defineProperty(Zoned, 'name', { value: 'Date' });
  Object.defineProperty(Zoned, 'prototype', { value: P, writable: false });
  Object.defineProperty(P, 'constructor', { value: Zoned, configurable: true, writable: true });
  Zoned.UTC = Native.UTC; Zoned.parse = parse; Zoned.now = function () { return host.now(); };
  Object.defineProperty(globalThis, 'Date', { value: Zoned, configurable: true, writable: true });
  if (!host.intl) delete globalThis.Intl;
  else {
    var NativeFormat = Intl.DateTimeFormat;
    var Format = function (locale, options) { return new NativeFormat(locale, Object.assign({ timeZone: host.zone }, options)); };
    Format.prototype = NativeFormat.prototype;
    Format.supportedLocalesOf = NativeFormat.supportedLocalesOf;
    Intl.DateTimeFormat = Format;
  }
  ['SharedArrayBuffer', 'Atomics'].forEach(function (name) { delete globalThis[name]; });
  function adopt(value, keep) {
    if (typeof value !== 'object' || value === null || keep(value)) return value;
    if (Array.isArray(value)) {
      var list = new Array(value.length);
      for (var index = 0; index < value.length; index++) list[index] = adopt(value[index], keep);
      return list;
    }
    if (Object.prototype.toString.call(value) === '[object Date]') return new Native(Number(value));
    var copy = {};
    Object.keys(value).forEach(function (key) {
      Object.defineProperty(copy, key, { value: adopt(value[key], keep), enumerable: true, configurable: true, writable: true });
    });
    return copy;
  }
  function exception(message) { var error = new Error(message); error.name = 'Exception'; return error; }
  return { adopt: adopt, exception: exception };
})`;
