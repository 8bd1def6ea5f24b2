// Keeps the preview of a form up to date while its author writes. Without it, the button does the same.
const form = document.querySelector('.form-editor form');
let wait;
let last;

form?.addEventListener('input', () => {
  clearTimeout(wait);
  wait = setTimeout(refresh, 800);
});

async function refresh() {
  last?.abort();
  last = new AbortController();
  const data = new FormData(form);
  data.set('Action', 'preview');
  data.delete('XlsForm');
  try {
    const answer = await fetch(location.href, { method: 'POST', body: data, signal: last.signal });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.form-preview');
    if (fresh) {
      document.querySelector('.form-preview').replaceChildren(...fresh.childNodes);
      document.dispatchEvent(new Event('change'));
    }
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      console.warn(failure);
    }
  }
}
