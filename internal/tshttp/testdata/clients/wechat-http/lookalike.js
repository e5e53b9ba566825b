const http = { intercept: {}, get: (url) => url }
http.intercept.request = (options) => options
http.get('/users')
