// The browser's part of passkeys: asks the server for a challenge, the device for its answer, and sends that with the form.
const kinds = {
  create: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

for (const box of document.querySelectorAll('[data-passkey]')) {
  if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    box.hidden = false;
    box.querySelector('form').addEventListener('submit', (event) => answer(event, box));
  }
}

async function answer(event, box) {
  const form = event.target;
  const problem = form.querySelector('[role=alert]');
  event.preventDefault();
  problem.hidden = true;
  try {
    const asked = await fetch(box.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!asked.ok) {
      throw new Error(asked.statusText);
    }

    const made = await kinds[box.dataset.passkey](await asked.json());
    form.querySelector('[name$=".Credential"]').value = JSON.stringify(made.toJSON());
    form.submit();
  } catch {
    problem.hidden = false; // refused by the person or the device, or too late
  }
}
