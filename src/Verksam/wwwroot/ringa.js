// Calling where the net comes and goes. What is told of a call is written down here first and sent then (see ute.js). Tonight's list is a first
// name and a number each.
import { SignedOut, about, ask, flush, forget, keep, kept, shell, waiting, watch } from '/ute.js';

const room = 'ringa', way = '/ringlistor/kvall', people = kept('ringa.people', way), lists = kept('ringa.lists', way);

// --- the screen with one person, with a net

const told = form => [...new FormData(form)].filter(([name]) => name.startsWith('Told.') || name.startsWith('svar.'));

// "done": the caller goes on to the next one.
async function note(form, list, { entry, telling, ticket }, done) {
  const at = new Date().toISOString();
  const fields = told(form).filter(([name]) => !['Told.Entry', 'Told.Telling', 'Told.Ticket', 'Told.At', 'Told.Done'].includes(name));
  fields.push(['Told.Entry', entry], ['Told.Telling', telling], ['Told.Ticket', ticket], ['Told.At', at]);
  if (done) fields.push(['Told.Done', 'true']);
  await keep(`/ringlistor/${list}/kvall?handler=Entry`, fields, { entry, room, way });
}

const field = (form, name) => form.elements.namedItem(`Told.${name}`);

// What is no number is said at once, where it is written; a question that is not asked holds nobody up.
function checkNumbers(form) {
  for (const part of form.querySelectorAll('[data-number]')) {
    const written = part.value.replace(/\s/g, '');
    part.setCustomValidity(part.offsetParent === null || /^([+-]?\d{1,9}([.,]\d+)?)?$/.test(written) ? '' : part.dataset.number);
  }
}

// The outcome is kept as soon as it is chosen: nobody has to press anything for it.
function keepAsOneGoes(form, keep) {
  let later;
  checkNumbers(form);
  form.addEventListener('input', () => {
    checkNumbers(form);
    if (!field(form, 'Outcome').value) return;
    clearTimeout(later);
    later = setTimeout(keep, 400);
  });
  return () => clearTimeout(later);
}

const screen = document.querySelector('form[data-call]');
if (screen) {
  const saved = screen.querySelector('[data-saved]');
  const write = async done => {
    const telling = field(screen, 'Telling');
    await note(screen, screen.dataset.call, { entry: field(screen, 'Entry').value, telling: +telling.value, ticket: field(screen, 'Ticket').value }, done);
    telling.value = +telling.value + 1;
    await flush();
  };
  addEventListener('ute-sent', ({ detail: { answer } }) => { saved.textContent = [answer.said, answer.unread].filter(Boolean).join(' '); });
  const stop = keepAsOneGoes(screen, () => write().catch(() => {}));
  screen.addEventListener('submit', async event => {
    if (event.submitter === screen.querySelector('[data-next]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
    try {
      await write(true);
      location.assign(`/ringlistor/${screen.dataset.call}/ring`); // the next one is there already
    } catch {
      location.assign('/ringlistor/kvall');
    }
  });
}

const pocket = document.querySelector('form[data-pocket]');
if (pocket && 'serviceWorker' in navigator) {
  const alert = pocket.querySelector('[role=alert]');
  const tell = words => { alert.textContent = words; alert.hidden = false; };
  pocket.hidden = false;
  let isTaking = false;
  pocket.addEventListener('submit', async event => {
    event.preventDefault();
    if (isTaking) return; // two presses are one
    isTaking = true;
    try {
      await flush(); // whoever was told of is not in turn again
      const answer = await ask(pocket.action, { method: 'POST', body: new FormData(pocket) });
      const { lasts, list, people: some, said } = await answer.json();
      for (const person of await people.all()) if (person.list === list.id) await people.drop(person.ticket); // given anew
      if (said) return tell(said);
      const until = Date.now() + lasts;
      // others may call those whom this phone lets go
      await lists.put(list.id, list, { until, back: `/ringlistor/${list.id}/kvall?handler=Back` });
      for (const [order, person] of some.entries()) await people.put(person.ticket, { ...person, list: list.id, order }, { until });
      await shell('/ringlistor/kvall', ['/ringa-kvall.js', '/ute.js']);
      location.assign('/ringlistor/kvall');
    } catch {
      tell(alert.dataset.failed);
    } finally {
      isTaking = false;
    }
  });
}

// Enough for now: those whom the phone has of this list go with the one on the screen, or two would call them.
const stopping = document.querySelector('form[data-stop]');
stopping?.addEventListener('submit', async event => {
  if (!about()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  for (const person of await people.all()) if (person.list === stopping.dataset.stop) await people.drop(person.ticket);
  await flush().catch(() => {});
  stopping.submit();
});

// --- the screen with one person, from what the phone keeps

const tonight = document.querySelector('[data-tonight]');
if (tonight) import('/ringa-kvall.js').then(kvall => kvall.begin(tonight, { people, lists, waiting: () => waiting(room), note, flush, watch, forget, keepAsOneGoes, checkNumbers, SignedOut }));
