// A form with data-passkey asks the browser for a passkey and then sends what it gave.
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  )
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

function readOptions(options) {
  const withBytes = (key) => ({ ...key, id: bytes(key.id) })
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user ? { user: withBytes(options.user) } : {}),
    ...(options.allowCredentials
      ? { allowCredentials: options.allowCredentials.map(withBytes) }
      : {}),
    ...(options.excludeCredentials
      ? { excludeCredentials: options.excludeCredentials.map(withBytes) }
      : {}),
  }
}

function written({ id, rawId, type, response }) {
  const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response
  const answer = attestationObject
    ? {
        attestationObject: text(attestationObject),
        transports: response.getTransports?.() ?? [],
      }
    : {
        authenticatorData: text(authenticatorData),
        signature: text(signature),
        ...(userHandle ? { userHandle: text(userHandle) } : {}),
      }
  return {
    id,
    rawId: text(rawId),
    type,
    clientExtensionResults: {},
    response: { clientDataJSON: text(clientDataJSON), ...answer },
  }
}

async function ask(form) {
  const publicKey = readOptions(JSON.parse(form.dataset.options))
  const credential =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey })
  form.elements.credential.value = JSON.stringify(written(credential))
  form.submit()
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) continue
  form.hidden = false
  const trouble = form.querySelector('[data-trouble]')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    trouble.hidden = true
    ask(form).catch(() => {
      trouble.hidden = false
    })
  })
}
