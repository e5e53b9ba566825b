import axios from 'axios'
import { show } from 'some-toast'

const api = axios.create()
api.interceptors.response.use((r) => r, (error) => show(error.message)) // gap: what a function of a package returns is not known
api.interceptors.response.use((r) => r, (error) => error.response || error) // gap: one or the other
api.interceptors.response.use((r) => r, (error) => ({ error })) // gap: callers that do not test a type of its own
