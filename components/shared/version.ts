import { version } from '../../package.json';
import { msg, str } from './msg.ts';

export { version };

/** The version of the script, for the foot of a widget. */
export const versionText = (): string => msg(str`Version ${version}.`);
