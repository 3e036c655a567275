import { version as packageVersion } from '../package.json'

/** Version of tifa, as published. */
export const version: string = packageVersion

/**
 * Version of the rules that read a text (cleaning, metadata, directives, themes). A change that moves a number on the same
 * input raises it, and the changelog lists it under “Numbers change”.
 */
export const rulesVersion = '1'
