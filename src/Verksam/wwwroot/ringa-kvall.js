// Tonight's list on its screen: one person at a time, from what the phone keeps.
export async function begin(place, { people, lists, waiting, note, flush, watch, forget, keepAsOneGoes, checkNumbers, SignedOut }) {
  const find = name => place.querySelector(`[data-${name}]`);
  const form = find('offline'), showing = find('one-person');
  const count = (part, number) => {
    part.hidden = number === 0;
    const words = part.querySelector('[data-one]') ?? part;
    words.textContent = (number === 1 ? words.dataset.one : words.dataset.many).replace('{0}', number);
  };
  let now, last, skipped = [];
  const sent = new Set(), unread = new Map(); // answers that the house could not read, by call

  async function say() {
    const [some, waits] = [await people.all(), await waiting()];
    find('away').hidden = navigator.onLine;
    const away = find('away').firstElementChild;
    away.textContent = some.length ? away.dataset.go : away.dataset.nobody;
    count(find('waits'), waits.length);
    count(find('sent'), sent.size);
    count(find('left'), some.filter(p => p.ticket !== now?.ticket).length);
    find('none').hidden = Boolean(now) || waits.length > 0;
    find('forget').hidden = some.length + waits.length === 0;
  }

  const field = name => form.elements.namedItem(`Told.${name}`);

  function ask(question) {
    const chosen = ['YesNo', 'One', 'Several'].includes(question.kind);
    const part = find('questions').appendChild(place.querySelector(`template[data-kind=${chosen ? 'chosen' : 'written'}]`).content.firstElementChild.cloneNode(true));
    const name = `svar.${question.id}`;
    if (!chosen) {
      part.querySelector('label').textContent = question.text;
      Object.assign(part.querySelector('input'), { id: name, name, inputMode: question.kind === 'Number' ? 'decimal' : 'text' });
      if (question.kind === 'Number') part.querySelector('input').dataset.number = find('yes').dataset.number;
      part.querySelector('label').htmlFor = name;
      return;
    }
    part.querySelector('b').textContent = question.text;
    const yes = find('yes').dataset;
    const choices = question.kind === 'YesNo' ? [['yes', yes.yes], ['no', yes.no]] : question.choices.map(choice => [choice, choice]);
    part.querySelector('.choices').classList.toggle('pair', question.kind === 'YesNo');
    for (const [value, words] of choices) {
      const label = part.querySelector('.choices').appendChild(document.createElement('label'));
      label.append(Object.assign(document.createElement('input'), { type: question.kind === 'Several' ? 'checkbox' : 'radio', name, value }), ` ${words}`);
    }
  }

  async function show(person, filled) {
    now = person;
    showing.hidden = !person;
    find('again').hidden = !last || person?.ticket === last.person.ticket;
    if (last) find('again').firstElementChild.textContent = find('again').firstElementChild.dataset.words.replace('{0}', last.person.first);
    await say();
    if (!person) return;
    const list = (await lists.all()).find(l => l.id === person.list);
    form.reset();
    find('first').textContent = person.first;
    find('purpose').textContent = list.purpose;
    const dial = find('dial');
    dial.textContent = dial.dataset.dial.replace('{0}', person.phone);
    dial.href = `tel:${person.dial}`;
    find('hint').textContent = find('hint').dataset.hint.replace('{0}', person.first);
    find('script').hidden = list.script.length === 0;
    find('script').querySelector('ol').replaceChildren(...list.script.map(step => {
      const line = document.createElement('li');
      line.appendChild(document.createElement('span')).textContent = step.replaceAll('[namn]', person.first);
      return line;
    }));
    find('questions').replaceChildren();
    list.questions.forEach(ask);
    for (const [name, value] of filled ?? []) {
      for (const part of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (part.type === 'radio' || part.type === 'checkbox') part.checked ||= part.value === value;
        else part.value = value;
      }
    }
    find('saved').textContent = '';
    checkNumbers(form);
    find('first').focus();
  }

  const next = async () => {
    const some = (await people.all()).sort((a, b) => a.order - b.order);
    const person = some.find(p => !skipped.includes(p.ticket)) ?? some[0];
    await show(person, person?.fields);
  };

  // Whoever is told of is no longer kept: the outcome waits with neither name nor number.
  async function keep(done) {
    now.entry ??= crypto.randomUUID();
    now.telling = (now.telling ?? 0) + 1;
    now.fields = [...new FormData(form)];
    await people.put(now.ticket, now); // should the page be opened anew, the call goes on
    await note(form, now.list, now, done);
    await say();
    find('saved').textContent = find('saved').dataset.words;
    await flush().catch(trouble => { find('out').hidden = !(trouble instanceof SignedOut); });
    await say();
  }

  const stop = keepAsOneGoes(form, () => keep(false));

  form.addEventListener('submit', async event => {
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
    const person = now;
    await keep(true);
    last = { person };
    await people.drop(person.ticket);
    await next();
    scrollTo(0, 0);
  });
  find('skip').addEventListener('click', async () => { stop(); skipped = [...skipped.slice(-50), now.ticket]; await next(); });
  find('again').addEventListener('click', async () => {
    await people.put(last.person.ticket, last.person);
    await show(last.person, last.person.fields);
  });
  find('forget').addEventListener('click', async () => { await forget(); location.reload(); });
  addEventListener('ute-sent', async ({ detail: { entry, room, answer: { said, unread: none } } }) => {
    if (room !== 'ringa') return;
    sent.add(entry);
    unread.set(entry, none);
    find('sent').querySelector('[data-said]').textContent = [said, ...unread.values()].filter(Boolean).join(' ');
    await say();
  });
  addEventListener('offline', say);
  addEventListener('online', say);
  await watch();
  await next();
}
