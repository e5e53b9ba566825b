declare const app: any
import Vue from 'vue'
import axios from 'axios'
import VueAxios from 'vue-axios'

const api = axios.create({ baseURL: 'https://api.example.com', withCredentials: true }) // client axios https://api.example.com credentials
Vue.use(VueAxios, axios)
app.provide('axios', axios)
Vue.prototype.$api = api
