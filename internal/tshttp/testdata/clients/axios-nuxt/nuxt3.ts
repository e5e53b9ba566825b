import axios from 'axios'

const api = axios.create({ baseURL: 'https://api.example.com' }) // client axios https://api.example.com
export default defineNuxtPlugin(() => ({ provide: { client: api } }))

const { $client, $nobody } = useNuxtApp()
$client.post('/login') // sends axios POST https://api.example.com/login
$nobody.post('/login') // silent: nothing provides it
