import axios from 'axios'

const api = axios.create()
declare const show: (text: unknown) => void
declare function isNetworkError(e: unknown): boolean

const on = (handler: (e: any) => unknown) => api.get('/a').catch(handler)

export const all = () => {
  api.get('/').catch((e) => show(e.response?.status)) // ?.
  api.get('/').catch((e) => show(e?.response?.data.message)) // ?. leaves out all that follows
  api.get('/').catch((e) => e.response && show(e.response.status)) // tested
  api.get('/').catch((e) => { if (e.response) show(e.response.status) })
  api.get('/').catch((e) => { if (!e.response) return; show(e.response.status) })
  api.get('/').catch((e) => { if (!e.response) throw e; show(e.response.status) })
  api.get('/').catch((e) => { if (e.response === undefined) throw e; show(e.response.status) })
  api.get('/').catch((e) => { if (e.response == null || e.config._retry) throw e; show(e.response.status) })
  api.get('/').catch((e) => { if (typeof e.response === 'undefined') throw e; show(e.response.status) })
  api.get('/').catch((e) => { if (!!e.response) show(e.response.status) })
  api.get('/').catch((e) => { if (Boolean(e.response)) show(e.response.status) })
  api.get('/').catch((e) => { if ('response' in e) show(e.response.status) })
  api.get('/').catch((e) => { if (e.hasOwnProperty('response')) show(e.response.status) })
  api.get('/').catch((e) => { if (e.response?.status === 401) show(e.response.data) })
  api.get('/').catch((e) => { if (e.response?.status >= 500) show(e.response.data) })
  api.get('/').catch((e) => { if (e.response?.status !== 401) throw e; show(e.response.data) })
  api.get('/').catch((e) => { if ([401, 403].includes(e.response?.status)) show(e.response.data) })
  api.get('/').catch((e) => { if (e.response?.data?.message?.includes('x')) show(e.response.data) })
  api.get('/').catch((e) => { if (e.status === 401) show(e.response.data) }) // axios sets it from the response
  api.get('/').catch((e) => {
    const status = e.response?.status
    if (status === 401) show(e.response.data) // by way of a constant
  })
  api.get('/').catch((e) => {
    const refused = e.response && e.response.status === 401
    if (refused) show(e.response.data)
  })
  api.get('/').catch((e) => {
    switch (e.response?.status) {
      case 401:
        show(e.response.data)
    }
  })
  api.get('/').catch((e) => show(e.response ? e.response.data : 'no network'))
  api.get('/').catch((e) => { if (e.code === 'ERR_NETWORK') throw e; show(e.response.data) }) // by another expression
  api.get('/').catch((e) => { if (e.message === 'Network Error') return; show(e.response.data) })
  api.get('/').catch((e) => { if (isNetworkError(e)) return; show(e.response.data) })
  api.get('/').catch((e) => { try { show(e.response.data) } catch { show('no network') } }) // caught
  api.get('/').catch((e) => {
    const response = e.response || { data: '' }
    show(response.data) // a default
  })
  api.get('/').catch((e) => {
    e.response ??= { data: '' }
    show(e.response.data) // given one
  })
  api.get('/').catch((e) => show(e.response)) // not read
  on((e) => show(e.response.data)) // whatever calls it
}
