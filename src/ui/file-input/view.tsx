import type { VNode } from 'preact';
import { Field, describedBy } from '../field/view.tsx';
import type { Question } from '../field/view.tsx';
import { Link } from '../link/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  /** "1,2 megabyte, kontrollerad" */
  readonly note: string;
  readonly href?: string;
};

export type FileInputProps = Question & {
  /** MIME types and endings, as HTML's `accept`. */
  readonly accept: string;
  readonly several?: boolean;
  readonly files?: readonly StoredFile[];
  /** The name of the button that removes a file; its value is the file's id. */
  readonly remove?: string;
};

/** Choose files, and see those that are stored already: they stay when the page has errors. */
export function FileInput(props: FileInputProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  const { files = [] } = props;
  return (
    <Field question={props}>
      <div class="k-file">
        <input
          type="file"
          id={props.id ?? props.name}
          name={props.name}
          accept={props.accept}
          multiple={props.several === true}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error === undefined ? undefined : 'true'}
        />
        {files.length === 0 ? null : (
          <ul class="k-files" aria-label={words.uploadedFiles}>
            {files.map((file) => (
              <li key={file.id}>
                <div>
                  {file.href === undefined ? <b>{file.name}</b> : <Link to={file.href}>{file.name}</Link>}
                  <p class="k-meta">{file.note}</p>
                </div>
                {props.remove === undefined ? null : (
                  <button
                    class="k-as-link"
                    type="submit"
                    name={props.remove}
                    value={file.id}
                    formnovalidate
                    aria-label={words.removeFile(file.name)}
                  >
                    {words.remove}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Field>
  );
}
