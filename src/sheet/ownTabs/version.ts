/** The add-on's version and the version of the tabs' layout. */

export const VERSION = '0.1.0';
/** Raised when a tab's columns change their meaning or place; an older layout is migrated. */
export const LAYOUT_VERSION = 4;
