// For whoever has scripts: a film takes a while to send, so it is shown how far it has come, and it can be called off.
// Without them the browser sends the form as any other.

/** What is smaller has come before anybody has read how far it is. */
const least = 1_000_000;

const megabytes = (bytes) =>
  Math.max(1, Math.round(bytes / 1024 / 1024)).toLocaleString(document.documentElement.lang);

/** A text of the page with numbers in it. */
const filled = (text, values) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);

/** What is chosen in a form, in bytes. */
const filesOf = (form) =>
  [...form.querySelectorAll('input[type="file"]')].flatMap((input) => [...input.files]);

/** Shows the page that was answered in place of this one: what was typed stands in it, with what is wrong. */
const show = (html) => {
  const answered = new DOMParser().parseFromString(html, 'text/html');
  const main = answered.querySelector('main');
  if (main === null) return false;
  document.title = answered.title;
  document.querySelector('main').replaceWith(document.adoptNode(main));
  window.scrollTo(0, 0);
  (main.querySelector('.k-errors') ?? main).focus();
  return true;
};

const stay = (event) => event.preventDefault();

/** The part of the page that tells of the sending. */
const teller = (box) => {
  const { dataset } = box;
  const [bar, told, button] = ['progress', '[role="status"]', 'button'].map((part) =>
    box.querySelector(part),
  );
  const tell = (text) => (told.textContent = text);
  return {
    begin: (off) => {
      box.hidden = false;
      bar.hidden = false;
      button.hidden = false;
      bar.removeAttribute('value');
      button.onclick = off;
      addEventListener('beforeunload', stay);
      tell(dataset.sending);
      button.focus();
    },
    come: (sent, all) => {
      bar.value = sent / all;
      // In words now and then: whoever listens is not told of every moment.
      const step = Math.floor((sent / all) * 10);
      if (step > 0 && told.dataset.step !== String(step))
        tell(filled(dataset.sent, { sent: megabytes(sent), all: megabytes(all) }));
      told.dataset.step = step;
    },
    arrived: () => {
      bar.removeAttribute('value');
      button.hidden = true;
      tell(dataset.arrived);
    },
    end: (text) => {
      removeEventListener('beforeunload', stay);
      box.hidden = text === '';
      bar.hidden = true;
      button.hidden = true;
      tell(text);
    },
    dataset,
  };
};

const send = (form, told, body) => {
  const request = new XMLHttpRequest();
  form.setAttribute('aria-busy', 'true');
  const end = (text) => {
    form.removeAttribute('aria-busy');
    told.end(text);
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => told.come(loaded, total));
  request.upload.addEventListener('load', told.arrived);
  request.addEventListener('load', () => {
    end('');
    if (request.status < 400) location.assign(request.responseURL);
    else if (!show(request.responseText)) end(told.dataset.failed);
  });
  request.addEventListener('error', () => end(told.dataset.failed));
  request.addEventListener('abort', () => end(told.dataset.stopped));
  told.begin(() => request.abort());
  request.open('POST', form.action);
  request.send(body);
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  const box = form.querySelector('[data-upload]');
  if (box === null) return;
  const sizes = filesOf(form).map((file) => file.size);
  if (form.getAttribute('aria-busy') === 'true') event.preventDefault();
  else if (Math.max(0, ...sizes) > Number(box.dataset.most)) {
    event.preventDefault();
    teller(box).end(filled(box.dataset.large, { size: megabytes(Math.max(...sizes)) }));
  } else if (sizes.reduce((all, size) => all + size, 0) >= least) {
    event.preventDefault();
    send(form, teller(box), new FormData(form, event.submitter));
  }
});
