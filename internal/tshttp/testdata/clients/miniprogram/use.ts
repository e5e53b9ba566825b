import Taro from '@tarojs/taro'
import * as star from '@tarojs/taro'
import { request } from './request'

wx.request({ url: 'https://api.example.com/me', header: { Authorization: `Bearer ${wx.getStorageSync('token')}` } }) // sends wx.request GET https://api.example.com/me authorized | header wx.request
uni.request({ url: 'https://api.example.com/login', method: 'POST', data: {} }) // sends uni.request POST https://api.example.com/login
Taro.request({ url: '/me', header: { authorization: 'Bearer ' + Taro.getStorageSync('token') } }) // sends Taro.request GET /me authorized | header Taro.request
star.request({ url: '/star' }) // sends Taro.request GET /star
request('/login', 'POST') // sends uni.request POST https://api.example.com/login authorized

export function own(uni: { request(options: object): void }) {
  uni.request({ url: '/login' }) // silent: a parameter of that name
}
