// Keeps the preview and the findings beside the text up to date while the author writes. Without it, the button does the same.
const form = document.querySelector('.editor form');
const text = form?.querySelector('textarea');
const parts = ['.summary-preview', '.text-findings'];
let wait;
let last;

text?.addEventListener('input', () => {
  clearTimeout(wait);
  wait = setTimeout(refresh, 600);
});

async function refresh() {
  last?.abort();
  last = new AbortController();
  const data = new FormData(form);
  data.set('Form.Action', 'preview');
  try {
    const answer = await fetch(form.getAttribute('action') || location.href, { method: 'POST', body: new URLSearchParams(data), signal: last.signal });
    if (!answer.ok) {
      return;
    }

    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of parts) {
      const fresh = page.querySelector(part);
      if (fresh) {
        document.querySelector(part).replaceChildren(...fresh.childNodes);
      }
    }
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      console.warn(failure);
    }
  }
}
