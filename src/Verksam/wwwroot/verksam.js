// Everything works without this file. What is here only saves a press or a look.

// After a form came back with errors: go to the summary.
document.querySelector('.errors')?.focus();

// One key per decision, on a page with a verdict bar: the button's own form is sent.
addEventListener('keydown', event => {
  if (event.target.closest('input, select, textarea, [contenteditable]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button?.closest('.find')) event.preventDefault(); // or the stroke is typed in the field that opens
  button?.click();
});

// "?" lists the keys of the page, each with its button's words.
const keys = document.querySelector('#tangenter dl');
for (const button of keys ? document.querySelectorAll('[data-key]') : []) {
  const [key, words] = ['dt', 'dd'].map(name => keys.appendChild(document.createElement(name)));
  key.appendChild(document.createElement('kbd')).textContent = button.dataset.key.toUpperCase();
  words.textContent = [...button.childNodes].filter(part => part.nodeName !== 'KBD').map(part => part.textContent).join('').trim();
}
if (keys?.childElementCount > 2) document.querySelector('[popovertarget=tangenter]').parentElement.hidden = false;

// A filter that needs no submit button once there is script. A day or a number that is being typed changes at every key, and so does a list that one
// walks through with the arrows: those wait for the button, or for Enter.
for (const form of document.querySelectorAll('form[data-auto]')) {
  let byKey = false;
  form.addEventListener('keydown', event => {
    byKey = true;
    if (event.key === 'Enter' && event.target.matches('select')) { event.preventDefault(); form.requestSubmit(); }
  });
  form.addEventListener('pointerdown', () => { byKey = false; });
  form.addEventListener('change', event => { if (!byKey && !['date', 'number'].includes(event.target.type)) form.requestSubmit(); });
}

// What one can do: chosen at once, and the address says what.
for (const form of document.querySelectorAll('form[data-doable]')) {
  const [all, none] = [form.parentElement.querySelectorAll('.tasks > li'), form.parentElement.querySelector('.none')];
  form.querySelector('[data-plain]').hidden = true;
  const show = () => {
    const chosen = new FormData(form), [time, taste] = [chosen.get('tid'), chosen.get('kan')];
    for (const thing of all) thing.hidden = !(time === 'alla' || thing.dataset.tid === time) || !(taste === 'alla' || thing.dataset.kan.split(' ').includes(taste));
    none.hidden = [...all].some(thing => !thing.hidden);
    for (const field of none.querySelectorAll('[type=hidden]')) if (chosen.has(field.name)) field.value = chosen.get(field.name);
  };
  form.addEventListener('change', () => { show(); history.replaceState(null, '', `?${new URLSearchParams(new FormData(form))}`); });
  addEventListener('pageshow', show);
}

// A letter's page has been shown to somebody: only a browser says so, not what fetches links beforehand.
for (const form of document.querySelectorAll('form[data-opened]')) navigator.sendBeacon(form.dataset.opened);

// A form of many small steps: a step is sent, and what came of it stands in the place of what was. Without an answer the form is sent as it is.
for (const form of document.querySelectorAll('form[data-steps]')) {
  const take = async button => {
    const before = document.getElementById(form.dataset.steps);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, button) });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const after = page.getElementById(form.dataset.steps);
      const at = document.activeElement?.id;
      const said = before.querySelector('output'), says = after.querySelector('output');
      before.replaceWith(after);
      said.innerHTML = says.innerHTML;
      says.replaceWith(said); // the same one, so that it is read aloud
      form.querySelector('[data-result]')?.remove();
      history.replaceState(null, '', answer.url);
      const [act, place] = button?.value.split('.') ?? [];
      const next = act === 'till' || act === 'grupp' ? after.querySelector(`#${place} > ol > li:last-child select`) : act === 'bort' ? after.querySelector('.adding select') : document.getElementById(at);
      next?.focus();
    } catch {
      form.requestSubmit(button);
    }
  };
  form.addEventListener('change', event => { if (event.target.closest(`#${form.dataset.steps}`) && !event.target.closest('[data-quiet], [type=date], [type=number]')) take(); });
  form.addEventListener('focusout', event => { if (event.target.matches('[type=date], [type=number]') && event.target.value !== event.target.defaultValue) take(); });
  form.addEventListener('submit', event => {
    if (event.submitter?.name !== 'gor' || event.submitter.value === 'visa' || event.submitter.dataset.tried) return;
    event.preventDefault();
    event.submitter.dataset.tried = 'yes';
    take(event.submitter);
  });
}

// Search over everything: "/" and Ctrl+K (⌘K) open it, it asks while one types, and the arrows go through what is found.
const finder = document.querySelector('dialog.finder');
if (finder) {
  const [field, finds] = [finder.querySelector('input'), finder.querySelector('[data-finds]')];
  const links = () => [...finds.querySelectorAll('a')];
  let waiting, asking;
  const open = text => {
    if (finder.open) return;
    if (text) field.value = text;
    finder.showModal();
    field.select();
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`/sok?handler=Finds&text=${encodeURIComponent(field.value)}`, { signal: asking.signal });
      if (!answer.ok || answer.redirected) throw answer;
      finds.innerHTML = await answer.text();
    } catch (trouble) {
      if (trouble.name !== 'AbortError') finds.textContent = finds.dataset.failed;
    }
  };
  const find = document.querySelector('.find');
  find.querySelector('[data-key]').addEventListener('click', () => open());
  find.querySelector('input').addEventListener('click', event => open(event.target.value));
  addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  field.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  finder.addEventListener('keydown', event => {
    // a field for search would empty itself first
    if (event.key === 'Escape') { event.preventDefault(); finder.close(); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], all = [field, ...links()];
    if (!step || all.length < 2) return;
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
}

// Choosing people in a list: how many, and all at once.
for (const list of document.querySelectorAll('form[data-choose]')) {
  const [all, said] = [list.querySelector('[data-all]'), list.querySelector('output')];
  const boxes = () => [...list.querySelectorAll('tbody [type=checkbox]')];
  const count = () => { said.value = said.dataset.said.replace('0', boxes().filter(box => box.checked).length); };
  all.hidden = false;
  list.addEventListener('change', event => {
    if (event.target === all) boxes().forEach(box => { box.checked = all.checked; });
    count();
  });
  addEventListener('pageshow', count);
}

// A passkey: the form's page says what to sign, the device signs, the form carries the answer.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const creates = form.dataset.passkey === 'create';
  const read = creates ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON';
  if (!window.PublicKeyCredential?.[read]) continue;
  form.hidden = false;
  document.querySelector('[data-no-passkey]')?.remove();
  form.addEventListener('submit', async event => {
    if (form.credential.value) return;
    event.preventDefault();
    const failed = form.querySelector('[role=alert]');
    failed.hidden = true;
    try {
      const answer = await fetch(`${form.action}?handler=Options`, { method: 'POST', body: new FormData(form) });
      const { challenge, options } = await answer.json();
      const publicKey = PublicKeyCredential[read](options);
      const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
      form.challenge.value = challenge;
      form.credential.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      failed.hidden = false;
    }
  });
}

// The passage at hand comes into view.
document.querySelector(':is(.commitment, .point)[aria-current]')?.scrollIntoView({ block: innerWidth < 960 ? 'start' : 'center' });

// Without a net nothing is sent and nothing that was written is lost: the form says so.
const away = document.getElementById('utan-nat')?.content.firstElementChild;
addEventListener('submit', event => {
  if (navigator.onLine || !away || event.target.matches('[data-call], [data-offline]')) return;
  event.preventDefault();
  event.target.append(away);
}, true);
addEventListener('online', () => away?.remove());
navigator.serviceWorker?.register('/utan-nat.js');

// What a phone keeps is looked after on every page: sent when it can be, gone when it must.
const kept = JSON.parse(localStorage.getItem('ute') ?? 'null');
if (kept) {
  import('/ute.js').then(ute => ute.watch());
  for (const way of document.querySelectorAll('[data-ute]')) {
    way.hidden = !kept.ways?.[way.dataset.ute];
    if (!way.hidden) way.querySelector('a').href = kept.ways[way.dataset.ute];
  }
}

// Two presses are one.
addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.dataset.sent) { event.target.dataset.sent && event.preventDefault(); return; }
  if (event.target.method === 'post') event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

// Print buttons.
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', event => { event.preventDefault(); print(); });

// An address to take along: copied at a press, and whole when one touches it.
for (const field of document.querySelectorAll('input[data-whole]')) field.addEventListener('focus', () => field.select());
for (const button of navigator.clipboard ? document.querySelectorAll('[data-copy]') : []) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.dataset.said;
  });
}

// A picture from a phone is many times what a page needs: it is made smaller before it is sent. Where that cannot be done it is sent as it is.
for (const field of document.querySelectorAll('input[type=file][data-shrinks]')) {
  field.addEventListener('change', async () => {
    const [file] = field.files;
    try {
      const picture = await createImageBitmap(file);
      const times = Math.min(1, field.dataset.shrinks / Math.max(picture.width, picture.height));
      if (times === 1 && file.size < 500_000) return;
      const [width, height] = [picture.width, picture.height].map(side => Math.round(side * times));
      const sheet = new OffscreenCanvas(width, height), pen = sheet.getContext('2d');
      pen.fillStyle = 'white'; // what is seen through
      pen.fillRect(0, 0, width, height);
      pen.drawImage(picture, 0, 0, width, height);
      const small = new File([await sheet.convertToBlob({ type: 'image/jpeg', quality: 0.82 })], 'bild.jpg', { type: 'image/jpeg' });
      if (field.files[0] !== file) return; // another was chosen meanwhile
      const sent = new DataTransfer();
      sent.items.add(small);
      field.files = sent.files;
    } catch { /* no picture, or none of this browser's: the answer says so */ }
  });
}
