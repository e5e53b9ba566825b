const settings = { TOKEN: 'abc', HEADERS: {} }
settings.TOKEN = localStorage.getItem('token') ?? ''
process.env.TOKEN = 'x'
