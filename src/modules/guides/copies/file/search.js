/* Searches the text of this file, where scripts run. Nothing leaves it. */
const box = document.querySelector('[data-search]');
const field = box.querySelector('input');
const status = box.querySelector('[role="status"]');
const list = box.querySelector('ol');
const most = 30;

const plain = (element) => {
  const copy = element.cloneNode(true);
  for (const answer of copy.querySelectorAll('[data-answer], svg')) answer.remove();
  for (const part of copy.querySelectorAll('p, li, summary, label, dt, dd')) part.append(' ');
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
};
const lower = (text) => text.toLocaleLowerCase('sv');

const entries = [...document.querySelectorAll('.guides-whole')].flatMap((step) => {
  const title = plain(step.querySelector('h3'));
  const blocks = [...step.querySelectorAll('.guides-block')].filter(
    (one) => !one.querySelector('.guides-block'),
  );
  return [
    { to: step.id, title, text: '' },
    ...blocks.map((block) => ({ to: block.id, title, text: plain(block) })),
  ].map((entry) => ({ ...entry, found: lower(entry.text === '' ? entry.title : entry.text) }));
});

/** The text around the first word, with every word marked. */
const excerpt = (text, words) => {
  const at = Math.min(...words.map((word) => lower(text).indexOf(word)).filter((place) => place >= 0));
  const from = at > 60 ? text.indexOf(' ', at - 60) + 1 : 0;
  const cut = text.slice(from, from + 180);
  const parts = [];
  for (let place = 0; place < cut.length;) {
    const rest = lower(cut.slice(place));
    const hits = words.map((word) => ({ word, at: rest.indexOf(word) })).filter((hit) => hit.at >= 0);
    const [next] = hits.toSorted((a, b) => a.at - b.at || b.word.length - a.word.length);
    if (next === undefined) {
      parts.push(cut.slice(place));
      break;
    }
    const mark = document.createElement('mark');
    mark.textContent = cut.slice(place + next.at, place + next.at + next.word.length);
    parts.push(cut.slice(place, place + next.at), mark);
    place += next.at + next.word.length;
  }
  return [from > 0 ? '… ' : '', ...parts, from + 180 < text.length ? ' …' : ''];
};

const row = ({ to, title, text }, words) => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${to}`;
  link.textContent = title;
  item.append(link);
  if (text !== '') {
    const said = document.createElement('p');
    said.append(...excerpt(text, words));
    item.append(said);
  }
  return item;
};

const search = () => {
  const words = lower(field.value)
    .split(/\s+/)
    .filter((word) => word.length > 1);
  const hits =
    words.length === 0 ? [] : entries.filter(({ found }) => words.every((word) => found.includes(word)));
  const shown = hits.slice(0, most);
  list.replaceChildren(...shown.map((hit) => row(hit, words)));
  const { found, one, none, many } = box.dataset;
  const said = hits.length > most ? many : hits.length === 1 ? one : hits.length === 0 ? none : found;
  status.textContent = words.length === 0 ? '' : said.replace('{n}', String(shown.length));
};

field.addEventListener('input', search);
box.hidden = false;
