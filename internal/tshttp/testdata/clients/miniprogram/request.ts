export const request = (url: string, method: 'GET' | 'POST' = 'GET') =>
  new Promise((resolve, reject) => {
    const header: Record<string, string> = {}
    const token = uni.getStorageSync('token')
    if (token) header.Authorization = `Bearer ${token}` // header uni.request
    uni.request({ url: 'https://api.example.com' + url, method, header, success: resolve, fail: reject }) // sends uni.request ? https://api.example.com‹url› authorized
  })
