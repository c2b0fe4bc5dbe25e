import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is in the PATH; `undefined` where it is not. */
export function programInPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
