import axios from 'axios'

// ?. is not allowed here, or what is around fails all the same: no fix.
export const a = () => axios.get('/a').catch((e) => { e.response.data = '' }) // want "warning: "
export const b = () => axios.get('/b').catch((e) => { delete e.response.data }) // want "warning: "
export const c = () => axios.get('/c').catch((e) => { e.response.count++ }) // want "warning: "
export const d = () => axios.get('/d').catch((e) => { [e.response.data] = [1] }) // want "warning: "
export const f = () => axios.get('/f').catch((e) => { const { message } = e.response.data; console.log(message) }) // want "warning: "
export const g = () => axios.get('/g').catch((e) => { for (const x of e.response.data) console.log(x) }) // want "warning: "
export const h = () => axios.get('/h').catch((e) => { console.log([...e.response.data]) }) // want "warning: "
export const i = () => axios.get('/i').catch((e) => { console.log('x' in e.response.data) }) // want "warning: "
export const j = () => axios.get('/j').catch((e) => { console.log(Object.values(e.response.data)) }) // want "warning: "
export const k = () => axios.get('/k').catch((e) => { console.log(e.response /* there */ .data) }) // want "warning: "
