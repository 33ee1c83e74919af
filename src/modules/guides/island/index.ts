import { scriptAsset } from '../../../ui/index.ts';

const file = (name: string): URL => new URL(name, import.meta.url);

/** The script of the pages where guides are written. */
export const editorScript = scriptAsset('editor', [file('editor.island.js'), file('upload.island.js')]);
