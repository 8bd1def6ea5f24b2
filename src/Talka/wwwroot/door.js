// The door with a script: works without a network, reads tickets by camera. Without it the page does the same by forms.
import { Sightings, isName } from './door-scan.js';
import { addNote, dropNotes, forget, forgetOld, keepList, keepPage, readAside, readList, readNotes, setAside } from './door-store.js';

const door = location.pathname.replace(/\/$/, '');
const script = document.getElementById('door-script');
const say = script?.dataset;
const most = 20;
const people = new Map();
let tickets = new Map();
let shown = null;
let drawn = '';
let busy = false;

await forgetOld(new Date());
if (script) {
  await begin();
} else {
  await send().catch(() => {}); // the door is closed: what was noted before is sent, what was kept is forgotten
  await forget(door);
}

async function begin() {
  navigator.serviceWorker?.register(say.worker, { scope: '/door/' }).then(keep).catch(() => {});
  fill(await readList(door), await readNotes(door));
  const search = document.getElementById('q');
  document.getElementById('door-search').addEventListener('submit', (event) => {
    if (people.size > 0) {
      event.preventDefault();
      answerTyped(search.value);
    }
  });
  search.addEventListener('input', () => {
    document.getElementById('door-answer').replaceChildren(); // it was about somebody else
    show(found(search.value));
  });
  document.querySelector('#door-walk-in form').addEventListener('submit', signUp);
  window.addEventListener('online', refresh);
  window.addEventListener('offline', refresh);
  setInterval(refresh, 15_000);
  setUpCamera();
  await refresh();
}

// The worker sees nothing of the visit in which it is registered: what this page is made of is kept from here, the decoder of the camera, too.
async function keep() {
  if (!(await hasReader())) {
    await import(say.decoder);
  }

  await keepPage(door);
}

// Sends what waits, then asks how things stand.
async function refresh() {
  if (busy) {
    return;
  }

  busy = true;
  try {
    if (new Date(say.until) <= new Date()) {
      await forget(door);
    }

    await send();
    const kept = await readList(door);
    const answer = await fetch(`${door}/list`, { cache: 'no-store', headers: kept?.version ? { 'If-None-Match': kept.version } : {} });
    if (answer.status === 404) {
      await forget(door);
      location.reload();
      return;
    }

    if (answer.status !== 304) {
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }

      const list = { ...(await answer.json()), version: answer.headers.get('ETag') };
      await keepList(door, list);
      fill(list, await readNotes(door));
    }

    await state(false);
  } catch {
    await state(true);
  } finally {
    busy = false;
  }
}

// Without a network the browser would leave the page for one of its own.
async function signUp(event) {
  if (!isOffline()) {
    return;
  }

  event.preventDefault();
  await refresh();
  if (isOffline()) {
    answer('warning', '', say.walkInOffline);
    document.getElementById('door-answer').scrollIntoView();
  } else {
    event.target.requestSubmit(event.submitter);
  }
}

function isOffline() {
  return !navigator.onLine || document.getElementById('door-state').dataset.offline === 'true';
}

async function send() {
  for (let notes = await readNotes(door); notes.length > 0; notes = await readNotes(door)) {
    const part = notes.slice(0, 500);
    const answer = await post(part);
    if (answer.status === 404) {
      await dropNotes(part);
      return; // closed for good: nobody will ever take them
    }

    if (answer.ok) {
      await dropNotes(part);
    } else {
      await sendEach(part); // one of them is wrong, and not the others' fault
    }
  }
}

async function sendEach(notes) {
  for (const one of notes) {
    const answer = notes.length > 1 ? await post([one]) : { ok: false };
    if (answer.ok) {
      await dropNotes([one]);
    } else {
      await setAside([one]);
    }
  }
}

async function post(notes) {
  const answer = await fetch(`${door}/sync`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ notes: notes.map(({ id, person, at, takesBack }) => ({ id, person, at, takesBack })) }),
  });
  if (!answer.ok && answer.status !== 404 && answer.status !== 400) {
    throw new Error(answer.statusText);
  }

  return answer;
}

async function state(offline) {
  const [waiting, aside] = [(await readNotes(door)).length, await readAside(door)];
  const place = document.getElementById('door-state');
  place.hidden = !offline && waiting === 0 && aside.length === 0 && place.hidden;
  place.dataset.offline = offline;
  const wrong = aside.length === 0 ? '' : ` ${say.aside.replace('{0}', aside.map((one) => one.person).join(', '))}`;
  place.textContent = (offline ? say.offline : waiting > 0 ? say.waiting : aside.length > 0 ? '' : say.online).replace('{0}', waiting) + wrong;
}

function fill(list, notes) {
  people.clear();
  list?.people.forEach((person) => people.set(person.code, person));
  tickets = new Map(list?.people.map((person) => [person.ticket, person]));
  notes.forEach(apply);
  if (people.size > 0) {
    count();

    // What is shown stays, as it stands now; before anything is, what was asked for with the page
    show(shown?.map((code) => people.get(code)).filter(Boolean) ?? found(document.getElementById('q').value));
  }
}

function apply(note) {
  const person = people.get(note.person);
  if (!person) {
    return;
  }

  const ids = person.in ?? [];
  person.in = note.takesBack ? ids.filter((id) => !note.takesBack.includes(id)) : [...ids, note.id];
  person.at = person.in.length === 0 ? null : (person.at ?? note.at);
  person.door = person.in.length === 0 ? null : (person.door ?? document.querySelector('h1').textContent);
}

async function note(person, takesBack) {
  const one = { id: newId(), person: person.code, at: new Date().toISOString(), takesBack };
  await addNote(door, one);
  apply(one);
  count();
  await state(!navigator.onLine);
  refresh();
}

async function letIn(person) {
  if (person.state && !confirm(say.anywaySure.replace('{0}', person.name).replace('{1}', standing(person)))) {
    return;
  }

  await note(person);
  answer('success', person.name, say.in);
  show([person]);
}

async function undo(person) {
  await note(person, person.in);
  answer('info', person.name, say.takenBack);
  show([person]);
}

function standing(person) {
  return person.state === 'waiting' ? say.waits : say.cancelled;
}

// By the list, which knows of all doors, and by what was noted here since
function count() {
  const all = [...people.values()];
  const format = new Intl.NumberFormat(document.documentElement.lang);
  document.getElementById('door-in').textContent = format.format(all.filter((person) => person.at).length);
  document.getElementById('door-expected').textContent = format.format(all.filter((person) => person.at || person.expected).length);
}

function fold(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function found(query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const known = [...people.values()].filter((person) => person.name);
  return words.length === 0 ? [] : known.filter((person) => fold(person.code) === words[0] || words.every((word) => fold(person.name).includes(word))).slice(0, most);
}

// A scanner that types, or somebody who pressed Enter.
async function answerTyped(text) {
  const list = found(text);
  document.getElementById('door-nobody')?.remove();
  document.getElementById('door-answer').replaceChildren();
  show(list);
  if (list.length === 0) {
    await answerTicket(text, false);
  }
}

async function answerTicket(text, atOnce) {
  const code = text.trim().split(/[?#]/)[0].replace(/\/+$/, '').split('/').pop().replace(/^talka:/i, '');
  const print = [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)))].slice(0, 16);
  const person = tickets.get(print.map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  if (!person) {
    await ask(text, !atOnce);
  } else if (person.at) {
    const time = new Date(person.at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    answer('warning', person.name, (person.door ? say.already : say.alreadyHere).replace('{0}', time).replace('{1}', person.door));
    show([person]);
  } else if (person.state) {
    answer(person.state === 'waiting' ? 'warning' : 'danger', person.name ?? '', standing(person));
    show(person.name ? [person] : []);
  } else if (atOnce) {
    await letIn(person);
  } else {
    show([person]);
  }
}

// The server knows what the list does not: tickets of other events, and people who have only just signed up.
async function ask(ticket, typed) {
  try {
    const reply = await fetch(`${door}/sync`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ticket }) });
    const { admission, name, text } = await reply.json();
    if (admission === 'NotATicket' && typed && isName(ticket)) {
      answer('info', '', say.nobody);
      return;
    }

    answer(admission === 'Expected' ? 'info' : 'danger', name ?? '', text);
    if (admission === 'Expected') {
      await refresh();
    }
  } catch {
    answer(typed && isName(ticket) ? 'info' : 'danger', '', typed && isName(ticket) ? say.nobodyOffline : say.unknown);
  }
}

function answer(color, title, text) {
  const box = element('div', { className: 'ds-alert' });
  box.dataset.color = color;
  if (title) {
    const heading = element('h2', { className: 'ds-heading', textContent: title });
    heading.dataset.size = '2xs';
    box.append(heading);
  }

  box.append(element('p', { textContent: text }));
  document.getElementById('door-answer').replaceChildren(box);
  navigator.vibrate?.(color === 'success' ? 80 : [80, 60, 80]);
}

function show(list) {
  shown = list.map((person) => person.code);
  const now = JSON.stringify(list.map(({ code, name, at, state }) => [code, name, Boolean(at), state]));
  if (now === drawn) {
    return;
  }

  // Whoever goes by keyboard stays at the person, though the button is a new one
  const place = document.getElementById('door-people');
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.person : null;
  drawn = now;
  if (list.length > 0) {
    document.getElementById('door-nobody')?.remove();
  }

  place.replaceChildren(...list.map(line));
  if (focused) {
    ([...place.querySelectorAll('button')].find((button) => button.dataset.person === focused) ?? document.getElementById('q')).focus();
  }
}

function line(person) {
  const label = element('span');
  label.append(element('strong', { textContent: person.name }), ' ', element('span', { className: 'hash', textContent: person.code }));
  if ((person.state || person.online) && !person.at) {
    label.append(element('br'), element('span', { className: 'muted', textContent: person.state ? standing(person) : say.signedUpOnline }));
  }

  const act = person.at ? say.undo : person.state ? say.letInAnyway : say.letIn;
  const button = element('button', { className: 'ds-button door__big', type: 'button', textContent: act, ariaLabel: `${act}: ${person.name}` });
  button.dataset.person = person.code;
  if (person.at || person.state) {
    button.dataset.variant = 'secondary';
  }

  button.addEventListener('click', () => {
    const now = people.get(person.code) ?? person; // the list may have come anew since
    return now.at ? undo(now) : letIn(now);
  });
  const item = element('li');
  item.append(label, button);
  return item;
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

// A version 7 UUID, as the server makes them: it begins with the time.
function newId() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

function setUpCamera() {
  const [box, button, video] = ['door-camera', 'door-scan', 'door-video'].map((id) => document.getElementById(id));
  if (!navigator.mediaDevices?.getUserMedia) {
    return;
  }

  let stream = null;
  box.hidden = false;
  button.addEventListener('click', async () => {
    if (stream) {
      stream.getTracks().forEach((track) => track.stop());
      stream = null;
    } else {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        video.srcObject = stream;
        await video.play();
        watch(await reader(), video, () => stream);
      } catch {
        stream = null;
        answer('warning', '', say.noCamera);
      }
    }

    video.hidden = !stream;
    button.textContent = stream ? say.stop : say.scan;
  });
}

async function watch(read, video, running) {
  const sightings = new Sightings();
  while (running()) {
    const text = await read(video).catch(() => null);
    if (sightings.isNew(text, Date.now())) {
      await answerTicket(text, true);
    }

    await new Promise((later) => setTimeout(later, 250));
  }
}

async function hasReader() {
  return 'BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
}

// The browser's own reader where it has one, else the library's.
async function reader() {
  if (await hasReader()) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }

  const { decodeQR } = await import(say.decoder);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    context.drawImage(video, 0, 0);
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}
