import { version as packageVersion } from '../package.json'

/** Version of tifa, as published. */
export const version: string = packageVersion
