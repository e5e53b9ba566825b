import axios from 'axios'

const init = { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }
const dev = process.env.NODE_ENV !== 'production'
const base = dev ? 'http://staging.shop-online.com' : 'https://api.shop-online.com' // a development branch
const path = dev ? 'http://staging.shop-online.com' : '/api' // another

export const all = [
  fetch('http://localhost:3000/me', init), // local hosts
  fetch('http://app.localhost/me', init),
  fetch('http://127.0.0.1/me', init),
  fetch('http://0.0.0.0:80/me', init),
  fetch('http://10.0.2.2/me', init), // the Android emulator's host
  fetch('http://172.16.1.1/me', init),
  fetch('http://192.168.1.2/me', init),
  fetch('http://host.docker.internal/me', init),
  fetch('http://printer.local/me', init),
  fetch('http://api.internal/me', init),
  fetch('http://api.test/me', init),
  fetch('http://api.example/me', init),
  fetch('http://api.default.svc/me', init),
  fetch('http://api.default.svc.cluster.local/me', init),
  fetch('http://backend:8080/me', init), // a name without a dot
  fetch('http://unix/containers', init),
  fetch('http://[::1]:3000/me', init),
  fetch('http://127.8.9.1:9099/me', init), // all of 127/8, an emulator
  fetch('http://docker/containers', init), // a socket of Unix, and no host
  fetch('https://api.shop-online.com/me', init),
  fetch('http://www.shop-online.com/news'), // no credentials
  fetch(`${base}/me`, init),
  fetch(`${path}/me`, init),
  axios.post('https://auth.shop-online.com/token', { audience: 'http://api.shop-online.com', issuer: 'http://id.shop-online.com' }), // a name, never requested
]
export const ns = 'http://www.w3.org/2000/svg'
