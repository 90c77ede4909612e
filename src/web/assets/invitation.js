// An invitation's secret stands behind #, where the browser sends it to nobody: it goes in a form instead.
const box = document.getElementById('token')
const form = document.getElementById('undangan')
const given = location.hash.slice(1)
if (box && form && /^[\w-]{43}$/.test(given)) {
  box.value = given
  history.replaceState(null, '', location.pathname + location.search)
  form.submit()
}
