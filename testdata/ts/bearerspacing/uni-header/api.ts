declare const uni: any, wx: any

export const list = (token: string) => uni.request({ url: '/items', header: { Authorization: 'Bearer' + token } }) // want "error: "
export const right = (token: string) => uni.request({ url: '/items', header: { Authorization: 'Bearer ' + token } }) // one space
export const weixin = (token: string) => wx.request({ url: '/items', header: { Authorization: 'Bearer  ' + token } }) // want "error: "
