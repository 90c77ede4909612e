// Offers registered names while one types. Without it the page works just the same.
const box = document.getElementById('q')
const FEWEST_LETTERS = 2
const WAIT_MILLISECONDS = 200

if (box) {
  const list = document.createElement('ul')
  const status = document.createElement('p')
  const hint = document.createElement('p')
  list.id = 'saran'
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', box.dataset.hint)
  status.className = 'unseen'
  status.setAttribute('role', 'status')
  hint.className = 'suggestion-hint'
  hint.textContent = box.dataset.hint
  list.hidden = hint.hidden = true
  box.after(hint, list, status)
  box.setAttribute('role', 'combobox')
  box.setAttribute('aria-autocomplete', 'list')
  box.setAttribute('aria-expanded', 'false')
  box.setAttribute('aria-controls', list.id)

  let chosen = -1
  let waiting
  let asking

  const close = () => {
    chosen = -1
    list.hidden = hint.hidden = true
    list.replaceChildren()
    status.textContent = ''
    box.setAttribute('aria-expanded', 'false')
    box.removeAttribute('aria-activedescendant')
  }

  const take = (name) => {
    box.value = name
    close()
    box.focus()
  }

  const mark = (at) => {
    const options = [...list.children]
    chosen = options.length === 0 ? -1 : (at + options.length) % options.length
    options.forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === chosen))
    })
    if (chosen < 0) return
    box.setAttribute('aria-activedescendant', options[chosen].id)
    options[chosen].scrollIntoView({ block: 'nearest' })
  }

  const show = (names) => {
    close()
    if (names.length === 0) return
    names.forEach((name, index) => {
      const option = document.createElement('li')
      option.id = `saran-${index}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.textContent = name
      // Before the box loses the focus and the list closes.
      option.addEventListener('mousedown', (event) => {
        event.preventDefault()
        take(name)
      })
      list.append(option)
    })
    list.hidden = hint.hidden = false
    box.setAttribute('aria-expanded', 'true')
    status.textContent = `${names.length} ${box.dataset.found}`
  }

  const ask = async () => {
    const typed = box.value.trim()
    asking?.abort()
    if (typed.length < FEWEST_LETTERS || !/\p{L}/u.test(typed)) return close()
    asking = new AbortController()
    try {
      const address = `/v1/suggest?limit=6&q=${encodeURIComponent(typed.slice(0, 200))}`
      const response = await fetch(address, { signal: asking.signal, cache: 'no-store' })
      if (!response.ok) return close()
      const { items } = await response.json()
      if (document.activeElement === box) show(items.map(({ matched }) => matched.name))
    } catch {
      // A connection that fails costs only the offers.
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, WAIT_MILLISECONDS)
  })
  box.addEventListener('blur', () => {
    clearTimeout(waiting)
    asking?.abort()
    close()
  })
  box.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown') mark(chosen + 1)
    else if (event.key === 'ArrowUp') mark(chosen < 0 ? -1 : chosen - 1)
    else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen].textContent)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
}
