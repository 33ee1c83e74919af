import { mostMegabytes } from '../../../platform/files/index.ts';
import { mostFilmMegabytes } from '../media/kinds.ts';
import type { MediaTexts } from './media-sv.ts';

export const en: MediaTexts = {
  refused: {
    empty: 'The file is empty. Choose another.',
    'too-large': `The file is too large. It may be ${mostMegabytes} megabytes at most.`,
    infected: 'The virus scanner found something in the file, so it was not received.',
    'not-scanned': 'The file could not be scanned for viruses right now. Try again in a while.',
    file: 'Files of that sort cannot be added. Choose a pdf, a document of Word, Excel, PowerPoint or LibreOffice, or a text file.',
  },
  picture: {
    'no-picture': 'This is no picture that can be shown. Choose a png, jpg, webp, gif or avif.',
    drawing: 'Pictures in svg may hold programs, so they are not received. Save the picture as png.',
    'too-many-pixels': 'The picture has too many pixels. Save it smaller, at most 50 megapixels.',
    damaged: 'The picture is damaged and cannot be read to its end. Save it anew and try again.',
  },
  film: {
    'no-film': 'This is no film that can be shown. Choose an mp4 or webm.',
    damaged: 'The film is damaged and cannot be read to its end. Save it anew and try again.',
    'foreign-track':
      'The film has a track that is neither picture, sound nor text, such as where the camera was. Export it anew as mp4.',
  },
  captions: (lines) => `The captions cannot be read. ${lines.join(' ')}`,
  line: (line, problem) => `Line ${line}: ${problem}`,
  more: (n) => `And ${n} more.`,
  lines: {
    'no-head': 'the file is to begin with WEBVTT.',
    'no-captions': 'there are no captions.',
    'not-text': 'the file is not text in UTF-8.',
    'too-many': 'the file has too many captions, at most 5,000.',
    'no-time': 'the time is missing, for example 00:01.000 --> 00:04.000.',
    'bad-time': 'the time cannot be read. Write it as 00:01.000 --> 00:04.000.',
    'ends-first': 'the text ends before it begins.',
    'goes-back': 'the text begins before the one above.',
    'bad-setting': 'there is no such setting after the time.',
    'bad-mark': 'only <b>, <i>, <u>, <c>, <v>, <lang> and <ruby> may stand in angle brackets.',
    'no-text': 'the text is missing, or an empty line before the next time is.',
    'too-long': 'the line is too long, at most 500 characters.',
  },
  size: (width, height) => `${width} × ${height} pixels`,
  current: 'The picture as it is now',
  noFile: 'No file chosen yet.',
  chosen: 'There is a file. Choose a new one to change it.',
  edit: 'Crop, blur or highlight in the picture',
  received: 'The file is received. Save, and it shows.',
  open: 'Open the file',
  upload: {
    progress: 'How far the film has come',
    sending: 'The film is being sent. Stay on the page.',
    sent: '{sent} of {all} megabytes have been sent.',
    arrived: 'All of the film has come. It is being looked into now.',
    stop: 'Stop',
    stopped: 'You stopped. The film was not sent, but what you have written is still here.',
    failed:
      'The sending was cut off before all of the film had come. What you have written is still here. Check the connection and save again. A film may take an hour at most to send.',
    large: `The film is {size} megabytes and may be ${mostFilmMegabytes} at most. Make it shorter or save it in lower quality.`,
  },
  help: {
    picture: `Png, jpg, webp, gif or avif, at most ${mostMegabytes} megabytes. Where and how the picture was taken is removed.`,
    film: `Mp4 or webm, at most ${mostFilmMegabytes} megabytes. Where and how the film was made is removed.`,
    captions: 'A file in WebVTT (.vtt). Only the captions themselves are kept.',
    file: `Pdf, a document of Word, Excel, PowerPoint or LibreOffice, or a text file, at most ${mostMegabytes} megabytes. It is downloaded as it is, so take away what is not to be spread.`,
  },
};
