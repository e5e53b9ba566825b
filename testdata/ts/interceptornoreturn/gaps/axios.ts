import axios from 'axios'
import { show } from 'some-toast'

const api = axios.create()
api.interceptors.response.use(undefined, (e) => show(e.message)) // gap: what a function of a package returns is not known
api.interceptors.request.use((c) => new Promise((resolve) => resolve(undefined))) // gap: what resolve is called with
