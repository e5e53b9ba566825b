// Runs an example of a rule's page against a real local server, with the real
// axios and the real fetch, and hands out what the server saw.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from 'esbuild'
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import axios from 'axios'

const here = path.dirname(fileURLToPath(import.meta.url))
const realFetch = globalThis.fetch
const realAdapter = axios.getAdapter('http')

// examples returns the blocks of a page in the order of the page: { kind: 'bad' |
// 'good', files: { name: text } }. The rule's folder is its id without hyphens.
export async function examples(rule) {
  const page = await readFile(path.join(here, '../../rules', rule.replaceAll('-', ''), 'doc.md'), 'utf8')
  return [...page.matchAll(/^```ts (bad|good)\n(.*?)^```$/gms)].map(([, kind, text]) => ({ kind, files: split(text) }))
}

// split takes a block of several files apart: each begins with `// file: name`.
function split(text) {
  const parts = text.split(/^\/\/ file: (.+)$/m)
  if (parts.length === 1) return { 'example.ts': text }
  const files = {}
  for (let i = 1; i < parts.length; i += 2) files[parts[i].trim()] = parts[i + 1]
  return files
}

// load compiles an example and imports it. more are files that the example
// imports and the page does not show; append is code put behind the example, for
// what it does not export; alias names those of more that stand for packages.
// axios stays the one that this file imports.
export async function load(example, { entry, append = '', more = {}, alias = {} } = {}) {
  const out = path.join(here, 'node_modules', '.proof') // where axios is found
  await mkdir(out, { recursive: true })
  const dir = await mkdtemp(path.join(out, 'example-'))
  try {
    const files = { ...more, ...example.files }
    entry ??= Object.keys(example.files).at(-1)
    files[entry] += '\n' + append
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(dir, name), text)
    const outfile = path.join(dir, 'out.mjs')
    const packages = Object.fromEntries(Object.entries(alias).map(([name, file]) => [name, path.join(dir, file)]))
    await build({ alias: packages, entryPoints: [path.join(dir, entry)], bundle: true, format: 'esm', platform: 'node', external: ['axios', '@angular/*', 'express', 'cors', 'jsonwebtoken'], outfile, logLevel: 'error' })
    return await import(pathToFileURL(outfile))
  } finally {
    await rm(dir, { recursive: true })
  }
}

// withServer starts a server, points every request of the page's examples at it,
// whatever host they name, and runs use(requests). answer says what the server
// answers: { status, body, headers }.
export async function withServer(answer, use) {
  const requests = []
  const server = createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req) body += chunk
    const seen = { method: req.method, path: req.url, headers: req.headers, body }
    requests.push(seen)
    const { status = 200, headers = {}, body: text = {} } = (await answer(seen, requests.length)) ?? {}
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(text))
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${server.address().port}`
  browser(base)
  try {
    return await use(requests)
  } finally {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

// browser gives the examples what they take from a browser: storage, a location,
// and relative URLs.
function browser(base) {
  const stored = new Map()
  globalThis.localStorage = globalThis.sessionStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, String(value)),
    removeItem: (key) => void stored.delete(key),
  }
  globalThis.location = { href: base + '/' }
  const local = (url) => {
    const { pathname, search } = new URL(url, base)
    return base + pathname + search
  }
  globalThis.fetch = (url, init) => realFetch(local(url), init)
  axios.interceptors.request.clear()
  axios.interceptors.response.clear()
  delete axios.defaults.headers.common.Authorization // of an example before
  // Handlers are to see the configuration as the example wrote it.
  axios.defaults.adapter = async (config) => {
    try {
      const answer = await realAdapter({ ...config, baseURL: undefined, url: local((config.baseURL ?? '') + config.url) })
      return { ...answer, config }
    } catch (error) {
      error.config = config
      if (error.response) error.response.config = config
      throw error
    }
  }
}

// takesBearer answers like most servers: it splits the header at one space and
// knows the token abc.
export const takesBearer = ({ headers }) => {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  return { status: scheme === 'Bearer' && token === 'abc' ? 200 : 401 }
}

// status resolves to the status of an answer, of axios or of fetch.
export const status = (promise) => promise.then((r) => r.status, (e) => e.response?.status ?? e.message)

// prove runs every TypeScript example of a page. check gets the example's
// module, what the server saw, and whether it is a bad one.
export async function prove(rule, { answer = takesBearer, options = () => ({}), check }) {
  const blocks = await examples(rule)
  for (const kind of ['bad', 'good']) assert.ok(blocks.some((b) => b.kind === kind), `the page of ${rule} has a ${kind} example`)
  for (const [i, block] of blocks.entries()) {
    if (block.files['example.ts']?.includes('@react-native')) continue // not Node's
    await test(`${rule}: ${block.kind} example ${i + 1}`, () =>
      withServer(answer, async (requests) => {
        const module = await load(block, options(block))
        await check({ module, requests, bad: block.kind === 'bad', text: Object.values(block.files).join('\n') })
      }))
  }
}

export { axios }
