import axios from 'axios'

// a plugin of Nuxt is run once
export default function ({ $axios }: any) {
  $axios.interceptors.request.use((config: any) => config)
}

// a plugin of Vue is installed once
export const http = {
  install(app: any) {
    axios.interceptors.request.use((config) => config)
    app.config.globalProperties.$http = axios
  },
}
