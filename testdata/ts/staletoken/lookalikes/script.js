// A page's script: it imports nothing, and runs on each page anew.
const token = localStorage.getItem('token')
function load() {
  return fetch('/list', { headers: { Authorization: `Bearer ${token}` } })
}
document.querySelector('button').addEventListener('click', load)
