// Keys for people who use the console all day: nothing needs them. They can be switched off, and
// they never act while something is being typed.
const STORED = 'pintasan'
const help = document.getElementById('pintasan')
const box = document.getElementById('pintasan-hidup')
const isOn = () => localStorage.getItem(STORED) !== 'mati'
let isGoing = false

help.hidden = false
box.checked = isOn()
box.addEventListener('change', () => localStorage.setItem(STORED, box.checked ? 'hidup' : 'mati'))

document.addEventListener('keydown', (event) => {
  const { target, key } = event
  const isTyping = target.matches('input, select, textarea') || target.isContentEditable
  if (!isOn() || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  if (isGoing) {
    isGoing = false
    document.querySelector(`[data-go="${CSS.escape(key)}"]`)?.click()
  } else if (key === 'g') isGoing = true
  else if (key === '/') focus(document.getElementById('cari'))
  else if (key === 'j') focus(rowFrom(1))
  else if (key === 'k') focus(rowFrom(-1))
  else return
  event.preventDefault()
})

function rowFrom(step) {
  const links = [...document.querySelectorAll('tbody tr')].flatMap(
    (row) => row.querySelector('a') ?? [],
  )
  const at = links.findIndex((link) => link.closest('tr').contains(document.activeElement))
  return links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]
}

function focus(element) {
  element?.focus()
}
