// A form with data-passkey has its key made or asked for by the browser, then goes on as any form: the answer is in a hidden field.
// Without script, or in a browser that has no keys, the form stays hidden and the page's other ways remain.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/gu, '+').replace(/_/gu, '/')), (letter) => letter.codePointAt(0));
const letters = (buffer) => btoa(String.fromCodePoint(...new Uint8Array(buffer))).replace(/\+/gu, '-').replace(/\//gu, '_').replace(/=+$/u, '');
const known = (list) => (list ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

const make = (asked) => navigator.credentials.create({
  publicKey: { ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: known(asked.excludeCredentials) },
});
const ask = (asked) => navigator.credentials.get({ publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) } });

// Written out: browsers that kept keys before they could write them as JSON are still in use.
const written = (key) => {
  const { response } = key;
  const said = { clientDataJSON: letters(response.clientDataJSON) };
  if (response.attestationObject) Object.assign(said, { attestationObject: letters(response.attestationObject), transports: response.getTransports?.() ?? [] });
  else Object.assign(said, { authenticatorData: letters(response.authenticatorData), signature: letters(response.signature), userHandle: response.userHandle ? letters(response.userHandle) : null });
  return JSON.stringify({ id: key.id, rawId: letters(key.rawId), type: key.type, authenticatorAttachment: key.authenticatorAttachment ?? null, clientExtensionResults: key.getClientExtensionResults(), response: said });
};

for (const form of window.PublicKeyCredential ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  const [answer, said] = [form.querySelector('[data-credential]'), form.querySelector('[data-said]')];
  form.addEventListener('submit', async (event) => {
    if (answer.value) return;
    event.preventDefault();
    said.textContent = '';
    try {
      const asked = JSON.parse(form.dataset.options);
      answer.value = written(await (form.dataset.passkey === 'make' ? make(asked) : ask(asked)));
      form.requestSubmit(event.submitter);
    } catch (refused) {
      // The person closed the window, waited too long, or the device has nothing for this site.
      said.textContent = refused.name === 'InvalidStateError' ? said.dataset.twice : said.dataset.none;
    }
  });
}
