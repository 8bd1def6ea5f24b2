// Offers names of the directory while somebody types the name of an organisation.
for (const field of document.querySelectorAll('input[data-organisations]')) {
  let wait;
  let last;
  field.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(offer, 250);
  });

  async function offer() {
    last?.abort();
    last = new AbortController();
    if (field.value.trim().length < 2) {
      return;
    }

    try {
      const answer = await fetch('/organisations/names.json?q=' + encodeURIComponent(field.value.trim()), { signal: last.signal });
      if (answer.ok) {
        field.list.replaceChildren(...(await answer.json()).map(name => new Option('', name)));
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        console.warn(failure);
      }
    }
  }
}
