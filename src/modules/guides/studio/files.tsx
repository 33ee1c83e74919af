import type { VNode } from 'preact';
import { isHash, type JsonObject } from '../../../kernel/index.ts';
import { scannerOf } from '../../../platform/files/index.ts';
import { link } from '../../../platform/http/index.ts';
import { Link } from '../../../ui/index.ts';
import type { EditorFiles, FileField } from '../../commons/index.ts';
import { mostFilmMegabytes, type MediaUse } from '../media/kinds.ts';
import { mediaOf } from '../media/store.ts';
import { largeFilms } from '../media/film/take.ts';
import { takeSent } from '../media/take.ts';
import { draft } from '../routes/addresses.ts';
import { mediaTexts, refusalInWords } from '../texts/media.ts';
import { blockTypeOf } from './types.ts';

/** What the file of a field is for; null where the field is none of a file. */
function useOf(element: JsonObject, property: string): MediaUse | null {
  const type = blockTypeOf(element);
  if (type === 'film') return property === 'media' ? 'film' : 'captions';
  return type === 'picture' || type === 'file' ? type : null;
}

const receive: EditorFiles['receive'] = async (context, { at, property, file }) => {
  const use = useOf(at.element, property);
  if (use === null) throw new Error(`${property} is no file`);
  const taken = await takeSent(file, use, { store: mediaOf(context), scan: scannerOf(context) });
  if (!taken.ok) return { ok: false, message: refusalInWords(taken.failure, context.language) };
  const { hash, size, name } = taken.media;
  return {
    ok: true,
    values: {
      [property]: hash,
      ...(size === null ? {} : { width: String(size.width), height: String(size.height) }),
      ...(use === 'file' ? { name } : {}),
    },
  };
};

const addressOf = ({ organisation, work }: FileField, hash: string): string =>
  link(draft.media, { organisation, work, hash });

const shown: EditorFiles['shown'] = (asked) => {
  const { at, property, language } = asked;
  const use = useOf(at.element, property);
  if (use !== 'film') return fileNow(asked, use);
  return (
    <>
      {fileNow(asked, use)}
      <Sending language={language} />
    </>
  );
};

type Asked = Parameters<EditorFiles['shown']>[0];

function fileNow({ value, saved, language, ...field }: Asked, use: MediaUse | null): VNode {
  const words = mediaTexts(language);
  if (use === null || value === '' || !isHash(value)) return <p class="k-meta">{words.noFile}</p>;
  if (!saved) return <p>{words.received}</p>;
  const to = addressOf(field, value);
  switch (use) {
    case 'picture':
      return <PictureNow field={field} to={to} language={language} />;
    case 'film':
      return <video class="guides-film" controls preload="metadata" src={to} aria-label={words.chosen} />;
    case 'captions':
    case 'file':
      return (
        <p>
          {words.chosen}{' '}
          <Link to={to} download>
            {words.open}
          </Link>
        </p>
      );
  }
}

/** How far a film has come, for whoever has scripts (`upload.island.js`); hidden until it is sent. */
function Sending({ language }: { readonly language: 'sv' | 'en' }): VNode {
  const { upload } = mediaTexts(language);
  return (
    <div
      class="guides-sending"
      hidden
      data-upload
      data-most={mostFilmMegabytes * 1024 * 1024}
      data-sending={upload.sending}
      data-sent={upload.sent}
      data-arrived={upload.arrived}
      data-stopped={upload.stopped}
      data-failed={upload.failed}
      data-large={upload.large}
    >
      <progress max={1} aria-label={upload.progress} />
      <p role="status" />
      <button type="button" class="ds-button" data-variant="secondary">
        {upload.stop}
      </button>
    </div>
  );
}

type Now = { readonly field: FileField; readonly to: string; readonly language: 'sv' | 'en' };

function PictureNow({ field, to, language }: Now): VNode {
  const words = mediaTexts(language);
  const { organisation, work, at } = field;
  const { id, width, height } = at.element;
  const element = typeof id === 'string' ? id : '';
  return (
    <div class="guides-now">
      <img
        src={to}
        alt={words.current}
        width={typeof width === 'number' ? width : undefined}
        height={typeof height === 'number' ? height : undefined}
      />
      <Link to={link(draft.picture, { organisation, work }, { element })}>{words.edit}</Link>
    </div>
  );
}

/** Pictures, films, captions and files of guides in the editor. */
export const guideFiles: EditorFiles = { large: largeFilms, receive, shown };
