import axios, { Axios } from 'axios'
import needle from 'needle'
import { useFetch } from '@vueuse/core'

const headers = { Authorization: 'Bearer ' + localStorage.getItem('token') }

// A class of one's own that takes options second.
class Http extends Axios {
  post(url: string, config: any): any {
    return super.post(url, null, config)
  }
}
export const h = new Http({}).post('/x', { headers })

// These take options second, or what they take is not known.
export const n = needle.post('/x', { headers })
export const f = useFetch('/x', { headers })
export const global = axios.defaults
